import { roster } from '../roster/index.ts'
import { withEvents } from '../events/place.ts'
import { build } from './build.ts'
import type { Machine } from './machine.ts'
import { told } from './told.ts'

/** How large the fleet is, and which of all possible fleets it is. */
export interface FleetOptions {
  /** How many machines; 60 when left out. */
  readonly machines?: number
  /** The same seed gives the same fleet, to the byte. */
  readonly seed?: number
  /** Edits the finished machines; the tables derive from what it returns. */
  readonly change?: (machines: readonly Machine[]) => readonly Machine[]
}

/** The machines of the sandbox, those that the caller cannot read included. */
export function fleet({ machines = 60, seed = 1, change = (all) => all }: FleetOptions = {}): readonly Machine[] {
  const built = roster(machines, seed).map((entry, index) => build(entry, index, seed))
  const edited = withClone(built).map((machine) => told[machine.name]?.(machine) ?? machine)
  return change(withEvents(edited, seed))
}

/** The second edge box of Porto is a copy of the first, down to its SMBIOS id. */
function withClone(machines: readonly Machine[]): readonly Machine[] {
  const original = machines.find(({ name }) => name === 'opo-edge01')
  return machines.map((machine) =>
    original && machine.name === 'opo-edge02' ? { ...machine, vmUuid: original.vmUuid } : machine,
  )
}
