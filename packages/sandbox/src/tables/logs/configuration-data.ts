import type { Window } from '@infra-analysis/core'
import { clock, hoursAfter, hoursAgo, stamp } from '../../clock.ts'
import type { Machine } from '../../machines/machine.ts'
import { arrives, isWithin, monitoring } from '../../machines/monitoring.ts'
import { random } from '../../random.ts'
import { software } from '../../software/index.ts'
import { services } from '../../software/services.ts'
import { layout, type Cells, type Layout } from './layout.ts'
import { inventoryName, reporter } from './reporter.ts'

/** Hours between two snapshots. */
const period = 10
/** Hours that snapshots are kept here. */
const kept = 96

/** The table `ConfigurationData`: the whole inventory of each machine, again and again. */
export function configurationData(machines: readonly Machine[], window: Window): readonly Cells[] {
  const made = layout('ConfigurationData')
  return machines.flatMap((machine) => {
    const sent = monitoring(machine)
    if (!sent.inventory) return []
    const times = snapshots(machine).filter((at) => isWithin(window, at) && arrives(sent, at))
    return times.length > 0 ? rowsAt(made, machine, times) : []
  })
}

/** When a machine sent its inventory, oldest first. */
function snapshots({ vmId }: Machine): readonly Date[] {
  const first = hoursAfter(hoursAgo(kept), random(0, vmId, 'snapshots').int(0, period * 60) / 60)
  return Array.from({ length: kept / period }, (_, index) => hoursAfter(first, index * period)).filter(
    (at) => at < clock,
  )
}

function rowsAt(made: Layout, machine: Machine, times: readonly Date[]): readonly Cells[] {
  const common = {
    ...reporter(machine, inventoryName(machine)),
    VMUUID: machine.vmUuid,
    SourceComputerId: machine.vmId,
    SourceSystem: 'OpsManager',
  }
  const installed = software(machine).flatMap(({ name, publisher, type, architecture, spans }) =>
    spans.map((span) => ({
      span,
      cells: made.row({
        ...common,
        ConfigDataType: 'Software',
        SoftwareName: name,
        SoftwareType: type,
        CurrentVersion: span.version,
        Publisher: publisher,
        Architecture: architecture,
      }),
    })),
  )
  const running = services(machine).map((service) => made.row({ ...common, ...service }))
  return times.flatMap((at) => {
    const time = stamp(at)
    const present = installed.filter(({ span }) => isWithin(span, at)).map(({ cells }) => cells)
    return [...present, ...running].map((cells) => made.at(cells, time))
  })
}
