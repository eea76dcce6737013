import { evaluate } from '../src/index.ts'
import type { Table } from '../src/table.ts'

const now = new Date('2026-03-01T12:00:00Z')

/** The value of a KQL expression, in wire form. */
export const value = (expression: string): unknown => evaluate(`print ${expression}`, { now }).rows[0]?.[0]

/** The same expression over columns: each name holds the value of an expression, and nothing is folded beforehand. */
export const valueOver = (columns: Readonly<Record<string, string>>, expression: string): unknown => {
  const cells = Object.entries(columns).map(([name, cell]) => `${name} = ${cell}`)
  return evaluate(`range row_ from 1 to 1 step 1 | extend ${cells.join(', ')} | project result = ${expression}`, {
    now,
  }).rows[0]?.[0]
}

/** What a summarize over one column of values answers. */
export const summarized = (type: string, cells: readonly string[], aggregate: string): Table =>
  evaluate(`datatable(x:${type})[${cells.join(', ')}] | summarize ${aggregate}`)
