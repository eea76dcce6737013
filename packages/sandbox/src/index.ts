import type { Source } from '@infra-analysis/core'
import { labelsOf, type Label } from './events/labels.ts'
import { fleet, type FleetOptions } from './machines/index.ts'
import { sourceOf } from './source.ts'
import { tablesOf, type Tables } from './tables/index.ts'
import { logTablesOf, type LogTables, type Sampling } from './tables/logs/index.ts'
import { workspacesOf } from './workspaces.ts'

export { clock } from './clock.ts'
export type { Event, EventKind, Metric } from './events/event.ts'
export type { Label } from './events/labels.ts'
export { fleet, type FleetOptions } from './machines/index.ts'
export { scope } from './scope.ts'
export { story, type StoryItem } from './story.ts'
export type { Machine } from './machines/machine.ts'
export type { TableName, Tables } from './tables/index.ts'
export type { LogTableName } from './tables/logs/names.ts'
export type { LogTables, Sampling } from './tables/logs/index.ts'

/** Which fleet it is, and how often its agents measure. */
export type SandboxOptions = FleetOptions & Sampling

/** The tables of Resource Graph by name, each a function that makes it: everything that exists, whether or not the caller may read it. */
export const tables = (options?: FleetOptions): Tables => tablesOf(fleet(options))

/** The tables of Log Analytics by name, each a function that makes it for a window; of all machines, whether or not the caller may read them. */
export const logTables = (options?: SandboxOptions): LogTables => logTablesOf(fleet(options), options)

/** What is hidden in the logs of a fleet: on which machine, in which metric, and when. */
export const labels = (options?: FleetOptions): readonly Label[] => labelsOf(fleet(options))

/** A sample fleet that answers KQL like Azure does: same tables, same query language, a clock that stands still. */
export const sandbox = (options?: SandboxOptions): Source => {
  const machines = fleet(options)
  return sourceOf(tablesOf(machines), workspacesOf(machines, options))
}
