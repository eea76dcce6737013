import { tables as schema } from '@infra-analysis/core'
import type { Table } from '@infra-analysis/kql'
import { tenantId } from '../../estate.ts'

/** The tables of Log Analytics that the sandbox has. */
export type LogTableName =
  | 'ConfigurationChange'
  | 'ConfigurationData'
  | 'Heartbeat'
  | 'InsightsMetrics'
  | 'Perf'
  | 'SqlAssessment_CL'
  | 'WindowsServerAssessmentRecommendation'

/** The cells of a row, in the order of the table's columns. */
export type Cells = unknown[]

/** Makes the rows of one table: a million rows are copied from a few templates, a cell or two changed. */
export interface Layout {
  readonly columns: Table['columns']
  /** A row with these cells; the rest is empty text, or null. Throws for a column that the table lacks. */
  row(cells: Readonly<Record<string, unknown>>): Cells
  /** The place of a column. Throws for one that the table lacks. */
  slot(column: string): number
  /** A copy of a row at a time, given as ISO 8601 with a 7-digit fraction. */
  at(row: Cells, time: string): Cells
}

/** The layout of a table. */
export function layout(name: LogTableName): Layout {
  const columns = schema['log-analytics'][name] ?? []
  const slots = new Map(columns.map((column, place) => [column.name, place]))
  const slot = (column: string): number => {
    const found = slots.get(column)
    if (found === undefined) throw new RangeError(`${name} has no column ${column}`)
    return found
  }
  const blank: Cells = columns.map(({ type }) => (type === 'string' ? '' : null))
  blank[slot('TenantId')] = tenantId
  blank[slot('Type')] = name
  const time = slot('TimeGenerated')
  return {
    columns,
    slot,
    row(cells) {
      const made = blank.slice()
      for (const [column, cell] of Object.entries(cells)) made[slot(column)] = cell
      return made
    },
    at(row, stamped) {
      const made = row.slice()
      made[time] = stamped
      return made
    },
  }
}
