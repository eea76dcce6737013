import { clock, hoursAfter, hoursAgo } from '../../clock.ts'
import type { Machine } from '../../machines/machine.ts'
import { arrives, isWithin, monitoring } from '../../machines/monitoring.ts'
import { random } from '../../random.ts'
import { software } from '../../software/index.ts'
import { services } from '../../software/services.ts'
import type { Asked } from './asked.ts'
import { inventoryName, reporter } from './reporter.ts'
import type { Run } from './run.ts'

/** Hours between two snapshots. */
const period = 10
/** Hours that snapshots are kept here. */
const kept = 96

/** The table `ConfigurationData`: the whole inventory of each machine, again and again. */
export const configurationData = ({ machines, window }: Asked): readonly Run[] =>
  machines.flatMap((machine) => {
    const sent = monitoring(machine)
    if (!sent.inventory) return []
    const snapshots = snapshotsOf(machine).filter((at) => isWithin(window, at) && arrives(sent, at))
    return snapshots.length > 0 ? runsOf(machine, snapshots) : []
  })

/** When a machine sent its inventory, oldest first. */
function snapshotsOf({ vmId }: Machine): readonly Date[] {
  const first = hoursAfter(hoursAgo(kept), random(0, vmId, 'snapshots').int(0, period * 60) / 60)
  return Array.from({ length: kept / period }, (_, index) => hoursAfter(first, index * period)).filter(
    (at) => at < clock,
  )
}

function runsOf(machine: Machine, snapshots: readonly Date[]): readonly Run[] {
  const common = {
    ...reporter(machine, inventoryName(machine)),
    VMUUID: machine.vmUuid,
    SourceComputerId: machine.vmId,
    SourceSystem: 'OpsManager',
  }
  const times = snapshots.map((at) => at.getTime())
  const installed = software(machine).flatMap(({ name, publisher, type, architecture, spans }) =>
    spans.map((span) => ({
      times: times.filter((at) => at >= span.from.getTime() && at < span.to.getTime()),
      cells: {
        ...common,
        ConfigDataType: 'Software',
        SoftwareName: name,
        SoftwareType: type,
        CurrentVersion: span.version,
        Publisher: publisher,
        Architecture: architecture,
      },
    })),
  )
  return [...installed, ...services(machine).map((service) => ({ times, cells: { ...common, ...service } }))]
}
