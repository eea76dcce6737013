import type { Window } from '@infra-analysis/core'
import type { Table } from '@infra-analysis/kql'
import { clock } from '../../clock.ts'
import type { Machine } from '../../machines/machine.ts'
import { grid } from '../../metrics/ticks.ts'
import { once } from '../../once.ts'
import { configurationChange } from './configuration-change.ts'
import { configurationData } from './configuration-data.ts'
import { heartbeat } from './heartbeat.ts'
import { insightsMetrics } from './insights-metrics.ts'
import { layout, type Cells, type LogTableName } from './layout.ts'
import { perf } from './perf.ts'
import { sqlAssessment } from './sql-assessment.ts'
import { windowsAssessment } from './windows-assessment.ts'

/** Which rows are asked for: of a half-open window of `TimeGenerated`, of machines by the ids that logs give them; all when left out. */
export interface Part {
  readonly window?: Window | undefined
  readonly machineIds?: readonly string[] | undefined
}

/** The tables of a workspace by name, each made for a part of its rows. Kept ones hold every machine whatever the part says. */
export type LogTables = Readonly<Record<LogTableName, (part?: Part) => Table>>

/** How often agents measure: in Azure a collection rule says so (`samplingFrequencyInSeconds`), every minute unless told otherwise. */
export interface Sampling {
  /** Minutes between two measurements, a divisor of 60; 30 for up to 100 machines, 60 beyond. */
  readonly sampling?: number
}

const everything: Window = { from: new Date(0), to: clock }

/** All tables that a workspace has of these machines. Small ones are kept, large ones made for each part anew. */
export function logTablesOf(
  machines: readonly Machine[],
  { sampling = machines.length <= 100 ? 30 : 60 }: Sampling = {},
): LogTables {
  const isLarge = machines.length > 100
  const kept = (name: LogTableName, make: (machines: readonly Machine[]) => readonly Cells[]) => {
    const all = once(() => make(machines))
    return ({ window = everything, machineIds = [] }: Part = {}) => {
      const rows = isLarge && machineIds.length > 0 ? make(named(machines, machineIds)) : all()
      return table(name, within(rows, name, window))
    }
  }
  const made =
    (name: LogTableName, make: (machines: readonly Machine[], window: Window) => Iterable<Cells>) =>
    ({ window = everything, machineIds = [] }: Part = {}) =>
      table(name, make(machineIds.length > 0 ? named(machines, machineIds) : machines, window))
  return {
    SqlAssessment_CL: kept('SqlAssessment_CL', sqlAssessment),
    WindowsServerAssessmentRecommendation: kept('WindowsServerAssessmentRecommendation', windowsAssessment),
    ConfigurationChange: kept('ConfigurationChange', configurationChange),
    ConfigurationData: made('ConfigurationData', configurationData),
    InsightsMetrics: made('InsightsMetrics', (some, window) => insightsMetrics(some, grid(window, sampling))),
    Perf: made('Perf', (some, window) => perf(some, grid(window, sampling))),
    Heartbeat: made('Heartbeat', (some, window) => heartbeat(some, grid(window, sampling))),
  }
}

const table = (name: LogTableName, rows: Iterable<Cells>): Table => ({ columns: layout(name).columns, rows: [...rows] })

function named(machines: readonly Machine[], machineIds: readonly string[]): readonly Machine[] {
  const wanted = new Set(machineIds)
  return machines.filter(
    ({ id, computerName }) => wanted.has(id.toLowerCase()) || wanted.has(`computer:${computerName.toLowerCase()}`),
  )
}

function within(rows: readonly Cells[], name: LogTableName, { from, to }: Window): readonly Cells[] {
  const time = layout(name).slot('TimeGenerated')
  return rows.filter((cells) => {
    const at = Date.parse(String(cells[time]))
    return at >= from.getTime() && at < to.getTime()
  })
}
