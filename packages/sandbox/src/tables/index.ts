import type { Table } from '@infra-analysis/kql'
import { tables as columns } from '@infra-analysis/core'
import type { Machine } from '../machines/machine.ts'
import { once } from '../once.ts'
import { maintenance } from './maintenance.ts'
import { patchAssessments } from './patch-assessments.ts'
import { patchInstallations } from './patch-installations.ts'
import { resourceContainers } from './resource-containers.ts'
import { resources } from './resources/index.ts'

/** The tables of Resource Graph that the sandbox has. */
export type TableName =
  | 'resources'
  | 'resourcecontainers'
  | 'patchassessmentresources'
  | 'patchinstallationresources'
  | 'maintenanceresources'

/** Tables by name, each made on its first call and kept. */
export type Tables = Readonly<Record<TableName, () => Table>>

type Row = Readonly<Record<string, unknown>>

/** All tables that derive from a fleet. */
export function tablesOf(machines: readonly Machine[]): Tables {
  const lazy = (name: TableName, make: (machines: readonly Machine[]) => readonly Row[]) =>
    once(() => table(name, make(machines)))
  return {
    resources: lazy('resources', resources),
    resourcecontainers: lazy('resourcecontainers', resourceContainers),
    patchassessmentresources: lazy('patchassessmentresources', patchAssessments),
    patchinstallationresources: lazy('patchinstallationresources', patchInstallations),
    maintenanceresources: lazy('maintenanceresources', maintenance),
  }
}

function table(name: TableName, rows: readonly Row[]): Table {
  const header = columns['resource-graph'][name] ?? []
  return { columns: header, rows: rows.map((row) => header.map((column) => row[column.name])) }
}
