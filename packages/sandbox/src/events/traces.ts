import { all, type Edit } from '../machines/edits.ts'
import { mountOf, type Disk } from '../machines/hardware.ts'
import type { Machine } from '../machines/machine.ts'
import type { Event } from './event.ts'

/** Makes what Resource Graph knows of a machine agree with what happened to it. */
export const leaveTraces = (machine: Machine): Machine => all(...machine.events.map(trace))(machine)

const trace =
  (event: Event): Edit =>
  (machine) => {
    switch (event.kind) {
      case 'disk-full':
      case 'disk-empty':
        return usedDisk(event, machine, () => event.size / 100)
      case 'disk-filling':
        return usedDisk(event, machine, (share) => Math.min(share, 0.7) + event.size / 100)
      case 'silence':
        return { ...machine, agent: { ...machine.agent, statusChangedAt: event.to } }
      default:
        return machine
    }
  }

function usedDisk({ instance }: Event, machine: Machine, change: (share: number) => number): Machine {
  const filled = (disk: Disk): Disk =>
    mountOf(disk) === instance
      ? { ...disk, usedBytes: Math.floor(disk.sizeBytes * change(disk.usedBytes / disk.sizeBytes)) }
      : disk
  return { ...machine, disks: machine.disks.map(filled) }
}
