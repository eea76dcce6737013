import { mountOf, type Disk } from '../machines/hardware.ts'
import type { Machine } from '../machines/machine.ts'
import { random } from '../random.ts'
import type { Value } from './cpu.ts'
import { lastMinute, minuteOf, shareOfDay } from './minutes.ts'
import { noise, streamOf } from './noise.ts'

const perDay = 1 / (24 * 60)

/** Percent of a file system in use: at the clock what its machine says, less before; logs of a database come and go by day. */
export function diskUsed(machine: Machine, disk: Disk): Value {
  const mount = mountOf(disk)
  const draw = random(0, machine.vmId, 'disk', mount)
  const now = (100 * disk.usedBytes) / disk.sizeBytes
  const event = machine.events.find(({ metric, instance }) => metric === 'diskUsedPercent' && instance === mount)
  const isSteady = event?.kind === 'disk-full' || event?.kind === 'disk-empty'
  const growth = isSteady ? 0 : Math.min(now / 60, draw.int(0, 40) / 100) * perDay
  const logs = !isSteady && disk.name === 'SQLData' ? Math.min(now / 10, draw.int(5, 25) / 10) : 0
  const stream = streamOf(`${machine.vmId}/${mount}`)
  const offset = machine.site.utcOffset * 60
  const from = event?.kind === 'disk-filling' ? minuteOf(event.from) : 0
  const toFill = from > 0 ? (event?.size ?? 0) : 0
  return (minute) => {
    const filled = toFill * Math.max(0, Math.min(1, (minute - from) / 360))
    const used = now - growth * (lastMinute - minute) - (toFill - filled) - logs * (1 - shareOfDay(minute + offset))
    return Math.min(99.9, Math.max(0.1, used + 0.05 * noise(stream, minute)))
  }
}
