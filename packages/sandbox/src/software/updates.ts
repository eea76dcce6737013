import { november } from '../catalog/patch-tuesdays.ts'
import type { Machine } from '../machines/machine.ts'
import { random } from '../random.ts'
import { always, never, type Installed } from './installed.ts'

/** The Windows updates of a machine: old ones, and those that its maintenance windows installed. */
export function updates(machine: Machine): readonly Installed[] {
  const draw = random(0, machine.vmId, 'updates')
  const count = Math.min(draw.int(10, 40), machine.softwareCount)
  const old = Array.from({ length: count }, (_, index) => {
    const kb = november.kb - 9000 - index * 137 - draw.int(0, 99)
    return update(`Update for ${machine.os.release} for x64-based Systems (KB${kb})`)
  })
  const installed = machine.patching.runs.flatMap(({ patches, finishedAt }) =>
    patches
      .filter(({ state, patch }) => state === 'Installed' && patch.line !== 'definitions')
      .map(({ patch }) => ({ ...update(patch.name), spans: [{ version: '', from: finishedAt, to: never }] })),
  )
  return [...old, ...new Map(installed.map((one) => [one.name, one])).values()]
}

const update = (name: string): Installed => ({
  name,
  publisher: 'Microsoft Corporation',
  type: 'Update',
  architecture: '',
  spans: always(''),
  upgrade: 'modified',
})
