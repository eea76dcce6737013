import type { Machine } from '../../machines/machine.ts'
import { monitoring } from '../../machines/monitoring.ts'
import { insightsSeries } from '../../metrics/series.ts'
import { ticks, type Grid } from '../../metrics/ticks.ts'
import { layout, type Cells } from './layout.ts'
import { reporter } from './reporter.ts'

/** The table `InsightsMetrics`: a row for each metric of each machine at each moment of the grid. */
export function* insightsMetrics(machines: readonly Machine[], grid: Grid): Iterable<Cells> {
  const made = layout('InsightsMetrics')
  const val = made.slot('Val')
  for (const machine of machines) {
    if (!monitoring(machine).insights) continue
    const common = { ...reporter(machine), Origin: 'vm.azm.ms', AgentId: machine.vmId, SourceSystem: 'Insights' }
    const series = insightsSeries(machine, grid.sampling).map(({ namespace, name, tags, value }) => ({
      template: made.row({ ...common, Namespace: namespace, Name: name, Tags: tags }),
      value,
    }))
    for (const { minute, time } of ticks(machine, grid)) {
      for (const { template, value } of series) {
        const cells = made.at(template, time)
        cells[val] = value(minute)
        yield cells
      }
    }
  }
}
