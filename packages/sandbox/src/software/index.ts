import type { Machine } from '../machines/machine.ts'
import { applications } from './applications.ts'
import type { Installed } from './installed.ts'
import { packages } from './packages.ts'
import { perUser } from './per-user.ts'
import { updates } from './updates.ts'

/** All software that is or was installed on a machine in the last thirty days. */
export const software = (machine: Machine): readonly Installed[] =>
  machine.os.family === 'linux'
    ? packages(machine)
    : [...applications(machine), ...perUser(machine), ...updates(machine)]
