import { mountOf } from '../../machines/hardware.ts'
import type { Machine } from '../../machines/machine.ts'
import { monitoring } from '../../machines/monitoring.ts'
import { cpu, meanOver, type Value } from '../../metrics/cpu.ts'
import { diskUsed } from '../../metrics/disk.ts'
import { memory } from '../../metrics/memory.ts'
import { ticks, type Grid } from '../../metrics/ticks.ts'
import { layout, type Cells } from './layout.ts'
import { fqdnOf, reporter } from './reporter.ts'

/** The table `Perf`: classic counters of the few machines that still send them. */
export function* perf(machines: readonly Machine[], grid: Grid): Iterable<Cells> {
  const made = layout('Perf')
  const counterValue = made.slot('CounterValue')
  for (const machine of machines) {
    if (!monitoring(machine).counters) continue
    const counters = countersOf(machine, grid.sampling).map(([ObjectName, CounterName, InstanceName, value]) => ({
      template: made.row({
        ...reporter(machine),
        ObjectName,
        CounterName,
        InstanceName,
        CounterPath: `\\\\${fqdnOf(machine)}\\${ObjectName}(${InstanceName})\\${CounterName}`,
        SourceSystem: 'OpsManager',
      }),
      value,
    }))
    for (const { minute, time } of ticks(machine, grid)) {
      for (const { template, value } of counters) {
        const cells = made.at(template, time)
        cells[counterValue] = value(minute)
        yield cells
      }
    }
  }
}

type Counter = readonly [object: string, counter: string, instance: string, value: Value]

function countersOf(machine: Machine, sampling: number): readonly Counter[] {
  const isLinux = machine.os.family === 'linux'
  const disk = isLinux ? 'Logical Disk' : 'LogicalDisk'
  return [
    ['Processor', '% Processor Time', '_Total', meanOver(sampling, cpu(machine))],
    ['Memory', isLinux ? '% Used Memory' : '% Committed Bytes In Use', '', memory(machine)],
    ...machine.disks.map((one): Counter => {
      const used = diskUsed(machine, one)
      return [disk, '% Free Space', mountOf(one), (minute) => 100 - used(minute)]
    }),
    [disk, '% Free Space', '_Total', () => 50],
  ]
}
