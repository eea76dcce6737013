import type { Machine } from '../../machines/machine.ts'
import { monitoring } from '../../machines/monitoring.ts'
import { insightsSeries } from '../../metrics/series.ts'
import { measured, ticks, type Grid } from '../../metrics/ticks.ts'
import { reporter } from './reporter.ts'
import type { Run } from './run.ts'

/** The table `InsightsMetrics`: a row for each metric of each machine at each moment of the grid. */
export const insightsMetrics = (machines: readonly Machine[], grid: Grid): readonly Run[] =>
  machines
    .filter((machine) => monitoring(machine).insights)
    .flatMap((machine) => {
      const common = { ...reporter(machine), Origin: 'vm.azm.ms', AgentId: machine.vmId, SourceSystem: 'Insights' }
      const times = ticks(machine, grid)
      return insightsSeries(machine, grid.sampling).map(({ namespace, name, tags, value }) => ({
        cells: { ...common, Namespace: namespace, Name: name, Tags: tags },
        times,
        varying: { column: 'Val', cells: () => measured(value, times) },
      }))
    })
