import { fleet, logTables } from '../../src/index.ts'

// How long all columns of each table of a fleet take to make, and what they weigh:
//   node packages/sandbox/test/bench/log-tables.ts [machines] [minutes between two measurements]
const [machines = 60, sampling] = process.argv.slice(2).map(Number)

const timed = <Value>(make: () => Value): { value: Value; ms: number } => {
  const started = performance.now()
  const value = make()
  return { value, ms: Math.round(performance.now() - started) }
}

const line = (...cells: readonly (string | number)[]): boolean => process.stdout.write(`${cells.join('\t')}\n`)

line('machines', machines, timed(() => fleet({ machines })).ms, 'ms')
const tables = logTables({ machines, ...(sampling === undefined ? {} : { sampling }) })
for (const [name, make] of Object.entries(tables)) {
  const { value, ms } = timed(() => {
    const table = make()
    for (const column of table.columns) table.cells(column.name)
    return table.length
  })
  line(name, value, 'rows', ms, 'ms', Math.round(process.memoryUsage.rss() / 2 ** 20), 'MB resident')
}
