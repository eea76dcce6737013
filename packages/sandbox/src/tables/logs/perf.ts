import { mountOf } from '../../machines/hardware.ts'
import type { Machine } from '../../machines/machine.ts'
import { monitoring } from '../../machines/monitoring.ts'
import { cpu, type Value } from '../../metrics/cpu.ts'
import { diskUsed } from '../../metrics/disk.ts'
import { memory } from '../../metrics/memory.ts'
import { measured, ticks, type Grid } from '../../metrics/ticks.ts'
import { fqdnOf, reporter } from './reporter.ts'
import type { Run } from './run.ts'

/** The table `Perf`: classic counters of the few machines that still send them. */
export const perf = (machines: readonly Machine[], grid: Grid): readonly Run[] =>
  machines
    .filter((machine) => monitoring(machine).counters)
    .flatMap((machine) => {
      const times = ticks(machine, grid)
      return countersOf(machine, grid.sampling).map(([ObjectName, CounterName, InstanceName, value]) => ({
        cells: {
          ...reporter(machine),
          ObjectName,
          CounterName,
          InstanceName,
          CounterPath: `\\\\${fqdnOf(machine)}\\${ObjectName}(${InstanceName})\\${CounterName}`,
          SourceSystem: 'OpsManager',
        },
        times,
        varying: { column: 'CounterValue', cells: () => measured(value, times) },
      }))
    })

type Counter = readonly [object: string, counter: string, instance: string, value: Value]

function countersOf(machine: Machine, sampling: number): readonly Counter[] {
  const isLinux = machine.os.family === 'linux'
  const disk = isLinux ? 'Logical Disk' : 'LogicalDisk'
  return [
    ['Processor', '% Processor Time', '_Total', cpu(machine, sampling)],
    ['Memory', isLinux ? '% Used Memory' : '% Committed Bytes In Use', '', memory(machine)],
    ...machine.disks.map((one): Counter => {
      const used = diskUsed(machine, one)
      return [disk, '% Free Space', mountOf(one), (minute) => 100 - used(minute)]
    }),
    [disk, '% Free Space', '_Total', () => 50],
  ]
}
