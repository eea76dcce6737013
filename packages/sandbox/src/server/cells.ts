import type { Engine } from '@infra-analysis/core'
import type { ScalarType, Table } from '@infra-analysis/kql'

type Write = (cell: unknown) => string

const plain: Write = (cell) => JSON.stringify(cell)

// Both services send all digits of a long as a number, which JSON.stringify cannot write.
const long: Write = (cell) => String(cell)

const textOfJson: Write = (cell) => (cell === null ? 'null' : JSON.stringify(JSON.stringify(cell)))

const writers: Readonly<Record<Engine, Readonly<Partial<Record<ScalarType, Write>>>>> = {
  'resource-graph': { long },
  'log-analytics': { long, dynamic: textOfJson },
}

/** Writes a row as the cells of a JSON array or object, each behind its prefix. */
export function cellsWriter(
  engine: Engine,
  columns: Table['columns'],
  prefix: (name: string) => string = () => '',
): (row: readonly unknown[]) => string {
  const cells = columns.map(({ name, type }) => [prefix(name), writers[engine][type] ?? plain] as const)
  return (row) => cells.map(([before, write], slot) => before + write(row[slot])).join()
}
