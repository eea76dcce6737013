import type { Machine } from '../../machines/machine.ts'
import { arrives, isWithin, monitoring } from '../../machines/monitoring.ts'
import { changesOf, type Change } from '../../software/changes.ts'
import { software } from '../../software/index.ts'
import type { Installed } from '../../software/installed.ts'
import { serviceChanges } from '../../software/services.ts'
import type { Asked } from './asked.ts'
import { inventoryName, reporter } from './reporter.ts'
import type { Run } from './run.ts'

/** The table `ConfigurationChange`: thirty days of changes to software and services. */
export const configurationChange = ({ machines, window }: Asked): readonly Run[] =>
  machines.flatMap((machine) => {
    const sent = monitoring(machine)
    if (!sent.inventory) return []
    const common = {
      ...reporter(machine, inventoryName(machine)),
      VMUUID: machine.vmUuid,
      SourceComputerId: machine.vmId,
      SourceSystem: 'OpsManager',
    }
    const changes = [
      ...software(machine).flatMap((installed) =>
        changesOf(installed).map((change) => ({ at: change.at, cells: softwareCells(installed, change, machine) })),
      ),
      ...serviceChanges(machine).map(({ at, cells }) => ({ at, cells: { ChangeCategory: 'Modified', ...cells } })),
    ]
    return changes
      .filter(({ at }) => isWithin(window, at) && arrives(sent, at))
      .map(({ at, cells }) => ({ cells: { ...common, ...cells }, times: [at.getTime()] }))
  })

function softwareCells({ name, publisher, type }: Installed, change: Change, { os }: Machine): object {
  const { category, previous, current } = change
  return {
    ConfigChangeType: 'Software',
    ChangeCategory: category,
    SoftwareName: name,
    SoftwareType: type,
    Publisher: publisher,
    FieldsChanged: category === 'Modified' ? 'CurrentVersion' : '',
    ...versions(category, previous, current, os.family === 'linux'),
  }
}

/** On Linux a removal carries the version that went in the column of the current one. */
const versions = (category: Change['category'], previous: string, current: string, isLinux: boolean): object =>
  category === 'Removed' && isLinux ? { Current: previous, Previous: '' } : { Current: current, Previous: previous }
