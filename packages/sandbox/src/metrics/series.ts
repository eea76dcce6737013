import { mountOf } from '../machines/hardware.ts'
import type { Machine } from '../machines/machine.ts'
import { cpu, type Value } from './cpu.ts'
import { diskUsed } from './disk.ts'
import { memory } from './memory.ts'
import { noise, streamOf } from './noise.ts'

/** A metric of a machine as VM insights names it. */
export interface Series {
  readonly namespace: string
  readonly name: string
  /** JSON, as the agent writes it. */
  readonly tags: string
  readonly value: Value
}

const series = (namespace: string, name: string, tags: object, value: Value): Series => ({
  namespace,
  name,
  tags: JSON.stringify(tags),
  value,
})

/** The series of a machine: processor, memory and the free space of each disk; one machine sends what else the agent knows. */
export function insightsSeries(machine: Machine, sampling: number): readonly Series[] {
  const { hardware, disks } = machine
  const memoryMB = Math.floor(hardware.memoryBytes / 2 ** 20)
  const used = memory(machine)
  return [
    series(
      'Processor',
      'UtilizationPercentage',
      { 'vm.azm.ms/totalCpus': hardware.logicalCores },
      cpu(machine, sampling),
    ),
    series(
      'Memory',
      'AvailableMB',
      { 'vm.azm.ms/memorySizeMB': memoryMB },
      (minute) => memoryMB * (1 - used(minute) / 100),
    ),
    ...disks.map((disk) => {
      const share = diskUsed(machine, disk)
      return series('LogicalDisk', 'FreeSpacePercentage', mounted(mountOf(disk)), (minute) => 100 - share(minute))
    }),
    ...(machine.events.some(({ kind }) => kind === 'disk-empty') ? otherUnits(machine) : []),
  ]
}

const mounted = (mount: string): object => ({ 'vm.azm.ms/mountId': mount })

/** What shares a namespace with percentages and is none: bytes, counts, milliseconds. */
function otherUnits({ vmId, disks, hardware }: Machine): readonly Series[] {
  const disk = disks.at(-1)
  const tags = mounted(mountOf(disk))
  const sizeMB = (disk?.sizeBytes ?? 0) / 2 ** 20
  const about = (name: string, usual: number): Value => {
    const stream = streamOf(`${vmId}/${name}`)
    return (minute) => usual * (1 + 0.2 * noise(stream, minute))
  }
  return [
    series('Computer', 'Heartbeat', {}, () => 1),
    series('LogicalDisk', 'FreeSpaceMB', { ...tags, 'vm.azm.ms/diskSizeMB': sizeMB }, () => sizeMB * 0.9),
    series('LogicalDisk', 'Status', tags, () => 1),
    series('LogicalDisk', 'TransfersPerSecond', tags, about('transfers', 180)),
    series('LogicalDisk', 'ReadBytesPerSecond', tags, about('read', 4_200_000)),
    series('LogicalDisk', 'WriteBytesPerSecond', tags, about('write', 1_900_000)),
    series('LogicalDisk', 'TransferLatencyMs', tags, about('latency', 95)),
    series('Network', 'ReadBytesPerSecond', { 'vm.azm.ms/networkDeviceId': 'eth0' }, about('in', 880_000)),
    series('Processor', 'TotalCpus', {}, () => hardware.logicalCores),
  ]
}
