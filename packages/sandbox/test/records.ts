import type { Table } from '@infra-analysis/kql'
import { tables, type FleetOptions, type TableName } from '../src/index.ts'

/** A row by column name. */
export type Row = Readonly<Record<string, unknown>>

/** The rows of a table by column name. */
export const records = ({ columns, rows }: Table): Row[] =>
  rows.map((row) => Object.fromEntries(columns.map(({ name }, slot) => [name, row[slot]])))

/** All tables of a fleet as rows. */
export function all(options?: FleetOptions): Record<TableName, Row[]> {
  const made = tables(options)
  return {
    resources: records(made.resources()),
    resourcecontainers: records(made.resourcecontainers()),
    patchassessmentresources: records(made.patchassessmentresources()),
    patchinstallationresources: records(made.patchinstallationresources()),
    maintenanceresources: records(made.maintenanceresources()),
  }
}

/** What lies at a path such as `properties.osProfile.computerName`; undefined when there is nothing. */
export function at(row: unknown, path: string): unknown {
  let found = row
  for (const key of path.split('.'))
    found = found instanceof Object ? Object.entries(found).find(([name]) => name === key)?.[1] : undefined
  return found
}

/** The text at a path, `''` when there is no text. */
export function text(row: unknown, path: string): string {
  const found = at(row, path)
  return typeof found === 'string' ? found : ''
}

/** The list at a path, empty when there is none. */
export function list(row: unknown, path: string): readonly unknown[] {
  const found = at(row, path)
  return Array.isArray(found) ? found : []
}

/** The machine that a row belongs to: its id up to a segment. */
export const parentOf = (row: Row, segment: string): string => text(row, 'id').toLowerCase().split(segment)[0] ?? ''

/** The rows of a type. */
export const ofType = (rows: readonly Row[], type: string): Row[] => rows.filter((row) => row['type'] === type)

/** The rows whose type ends so. */
export const ending = (rows: readonly Row[], end: string): Row[] =>
  rows.filter((row) => text(row, 'type').endsWith(end))

/** The machines, Arc and Azure. */
export const machinesOf = (rows: readonly Row[]): Row[] => [
  ...ofType(rows, 'microsoft.hybridcompute/machines'),
  ...ofType(rows, 'microsoft.compute/virtualmachines'),
]
