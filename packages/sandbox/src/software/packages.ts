import { linuxPackages } from '../catalog/linux-packages.ts'
import type { Machine } from '../machines/machine.ts'
import { random } from '../random.ts'
import { hostileSoftware } from './applications.ts'
import { history } from './churn.ts'
import { previousOf, upgraded, type Installed } from './installed.ts'

/** The packages of a Linux machine; a maintenance run upgrades those that it installs. */
export function packages(machine: Machine): readonly Installed[] {
  const draw = random(0, machine.vmId, 'packages')
  const share = machine.softwareCount >= 1250 ? 0 : 4 / machine.softwareCount
  const renewals = new Map(
    machine.patching.runs
      .toReversed()
      .flatMap(({ patches, finishedAt }) =>
        patches.filter(({ state }) => state === 'Installed').map(({ patch }) => [patch.name, { patch, finishedAt }]),
      ),
  )
  const made = linuxPackages(machine.os)
    .slice(0, machine.softwareCount)
    .map(({ name, publisher, version }): Installed => {
      const renewal = renewals.get(name)
      const spans = renewal
        ? upgraded(previousOf(renewal.patch.version), renewal.patch.version, renewal.finishedAt)
        : history(version, share, draw)
      return { name, publisher, type: 'Package', architecture: 'x86_64', spans, upgrade: 'modified' }
    })
  return machine.name === 'utr-mon01' ? [...made, hostileSoftware] : made
}
