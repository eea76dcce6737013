import type { Window } from '@infra-analysis/core'
import { clock } from '../../clock.ts'
import type { Machine } from '../../machines/machine.ts'
import { grid } from '../../metrics/ticks.ts'
import type { Asked } from './asked.ts'
import { configurationChange } from './configuration-change.ts'
import { configurationData } from './configuration-data.ts'
import { heartbeat } from './heartbeat.ts'
import { insightsMetrics } from './insights-metrics.ts'
import { logTable, type LogTable } from './log-table.ts'
import type { LogTableName } from './names.ts'
import { perf } from './perf.ts'
import type { Run } from './run.ts'
import { sqlAssessment } from './sql-assessment.ts'
import { windowsAssessment } from './windows-assessment.ts'

/** Which rows are asked for: of a half-open window of `TimeGenerated`, of machines by the ids that logs give them; all when left out. */
export interface Part {
  readonly window?: Window | undefined
  readonly machineIds?: readonly string[] | undefined
}

/** The tables of a workspace by name, each made for a part of its rows; the last part of each is kept. */
export type LogTables = Readonly<Record<LogTableName, (part?: Part) => LogTable>>

/** How often agents measure: in Azure a collection rule says so (`samplingFrequencyInSeconds`), every minute unless told otherwise. */
export interface Sampling {
  /** Minutes between two measurements, a divisor of 60; 30 for up to 100 machines, 60 beyond. */
  readonly sampling?: number
}

const everything: Window = { from: new Date(0), to: clock }

/** All tables that a workspace has of these machines. */
export function logTablesOf(
  all: readonly Machine[],
  { sampling = all.length <= 100 ? 30 : 60 }: Sampling = {},
): LogTables {
  const made = (name: LogTableName, runs: (asked: Asked) => readonly Run[]): LogTables[LogTableName] =>
    last(({ window = everything, machineIds = [] }) =>
      logTable(name, runs({ machines: machineIds.length > 0 ? named(all, machineIds) : all, window, all })),
    )
  return {
    SqlAssessment_CL: made('SqlAssessment_CL', sqlAssessment),
    WindowsServerAssessmentRecommendation: made('WindowsServerAssessmentRecommendation', windowsAssessment),
    ConfigurationChange: made('ConfigurationChange', configurationChange),
    ConfigurationData: made('ConfigurationData', configurationData),
    InsightsMetrics: made('InsightsMetrics', ({ machines, window }) =>
      insightsMetrics(machines, grid(window, sampling)),
    ),
    Perf: made('Perf', ({ machines, window }) => perf(machines, grid(window, sampling))),
    Heartbeat: made('Heartbeat', ({ machines, window }) => heartbeat(machines, grid(window, sampling))),
  }
}

/** The same function, which makes nothing anew for the part that it made last: the questions of an analysis share their part. */
function last(make: (part: Part) => LogTable): (part?: Part) => LogTable {
  let known: { readonly key: string; readonly table: LogTable } | undefined
  return (part = {}) => {
    const key = JSON.stringify(part)
    if (known?.key !== key) known = { key, table: make(part) }
    return known.table
  }
}

function named(machines: readonly Machine[], machineIds: readonly string[]): readonly Machine[] {
  const wanted = new Set(machineIds)
  return machines.filter(
    ({ id, computerName }) => wanted.has(id.toLowerCase()) || wanted.has(`computer:${computerName.toLowerCase()}`),
  )
}
