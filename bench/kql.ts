// Asks our engine and DuckDB the same questions over the same rows, compares the answers and prints the times.
import { cpus, loadavg } from 'node:os'
import { readFileSync, writeFileSync } from 'node:fs'
import type { DuckDBConnection } from '@duckdb/node-api'
import { evaluate, type Table } from '../packages/kql/src/index.ts'
import { events, owners } from './data.ts'
import { answerOf, duck } from './duck.ts'
import { type Question, questions } from './questions.ts'

interface Times {
  readonly question: Question
  /** Over a table that the engine sees for the first time. */
  readonly firstMs: number
  readonly kqlMs: number
  readonly duckMs: number
}

const runs = 7
const core = 3

async function timed(act: () => unknown): Promise<number> {
  const start = performance.now()
  await act()
  return performance.now() - start
}

/** The best times of several acts; they take turns, so that what else the machine does falls on all alike. */
async function best(...acts: readonly (() => unknown)[]): Promise<number[]> {
  const times = acts.map(() => Number.POSITIVE_INFINITY)
  for (let run = 0; run < runs; run++)
    for (const [index, act] of acts.entries()) times[index] = Math.min(times[index] ?? 0, await timed(act))
  return times
}

async function measure(
  question: Question,
  tables: Readonly<Record<string, Table>>,
  connection: DuckDBConnection,
): Promise<Times> {
  const { kql, sql } = question
  const fresh = Object.fromEntries(
    Object.entries(tables).map(([name, { columns, rows }]) => [name, { columns, rows: rows.slice() }]),
  )
  const firstMs = await timed(() => evaluate(kql, { tables: fresh }))
  if (!question.unlike) compare(question, evaluate(kql, { tables }).rows, await answerOf(connection, sql))
  const [kqlMs = Number.NaN, duckMs = Number.NaN] = await best(
    () => evaluate(kql, { tables }),
    () => connection.run(sql),
  )
  return { question, firstMs, kqlMs, duckMs }
}

const spelled = (cell: unknown): string => (typeof cell === 'number' ? cell.toPrecision(9) : JSON.stringify(cell))

/** Throws unless both answers have the same rows, in any order but the asked one. */
function compare({ name, sql }: Question, ours: readonly (readonly unknown[])[], theirs: readonly unknown[][]): void {
  const [left, right] = [ours, theirs].map((rows) => rows.map((row) => row.map(spelled).join('|')))
  if (!sql.includes('order by')) for (const lines of [left, right]) lines?.sort()
  const differs = left?.findIndex((line, index) => line !== right?.[index])
  if (ours.length !== theirs.length || differs !== -1)
    throw new Error(
      `${name}: ${ours.length} and ${theirs.length} rows differ: ${left?.[differs ?? 0]} against ${right?.[differs ?? 0]}`,
    )
}

const meanOf = (times: readonly Times[]): string => {
  const ratios = times.filter(({ question }) => !question.unlike).map(({ kqlMs, duckMs }) => kqlMs / duckMs)
  return Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length).toFixed(2)
}

const line = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`

function report(times: readonly Times[], count: number): string {
  const { version } = JSON.parse(
    readFileSync(new URL('node_modules/@duckdb/node-api/package.json', import.meta.url), 'utf8'),
  )
  const unlike = times.flatMap(({ question }) => (question.unlike ? [`${question.name}: ${question.unlike}.`] : []))
  return [
    `${count.toLocaleString('en')} rows, best of ${runs}, on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} cores, ${cpus()[0]?.model}, Node ${process.versions.node}, DuckDB ${version} with all cores; load average ${loadavg()[0]?.toFixed(1)}.`,
    '',
    line('question', 'kql ms', 'DuckDB ms', 'ratio', 'kql ms, first time'),
    line('---', '--:', '--:', '--:', '--:'),
    ...times.map(({ question, kqlMs, duckMs, firstMs }) =>
      line(
        question.name,
        kqlMs.toFixed(0),
        question.unlike ? `(${duckMs.toFixed(0)})` : duckMs.toFixed(0),
        question.unlike ? 'n/a' : (kqlMs / duckMs).toFixed(2),
        firstMs.toFixed(0),
      ),
    ),
    line(`geometric mean, first ${core}`, '', '', meanOf(times.slice(0, core)), ''),
    line('geometric mean, all', '', '', meanOf(times), ''),
    '',
    'Both engines have the rows in memory: ours as the rows of a `Table`, DuckDB as its own tables. A time is the whole call, text in, table out.',
    '"First time" is the first query over a `Table`: it parses the text and converts the cells that it reads (datetimes). Later queries find that',
    'done, the plan of an equal text kept, and the columns that they read laid side by side.',
    `Row counts and all cells of both answers agree. ${unlike.join(' ')}`,
  ].join('\n')
}

const count = Number(process.argv[2] ?? 1_000_000)
const tables = { Events: events(count), Owners: owners(count / 10) }
const connection = await duck(tables)
const times: Times[] = []
for (const question of questions) times.push(await measure(question, tables, connection))
const text = report(times, count)
process.stdout.write(`${text}\n`)
if (process.argv.includes('--write')) writeFileSync(new URL('kql-results.md', import.meta.url), `${text}\n`)
