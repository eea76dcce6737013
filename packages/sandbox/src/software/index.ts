import type { Machine } from '../machines/machine.ts'
import { applications } from './applications.ts'
import type { Installed } from './installed.ts'
import { packages } from './packages.ts'
import { perUser } from './per-user.ts'
import { updates } from './updates.ts'

const most = 100
const kept = new Map<Machine, readonly Installed[]>()

/** All software that is or was installed on a machine in the last thirty days; of the last machines it is kept, since several tables tell of it. */
export function software(machine: Machine): readonly Installed[] {
  const known = kept.get(machine)
  if (known) return known
  const [oldest] = kept.keys()
  if (kept.size >= most && oldest) kept.delete(oldest)
  const made = softwareOf(machine)
  kept.set(machine, made)
  return made
}

const softwareOf = (machine: Machine): readonly Installed[] =>
  machine.os.family === 'linux'
    ? packages(machine)
    : [...applications(machine), ...perUser(machine), ...updates(machine)]
