import type { Machine } from './machine.ts'
import type { Assessment } from './patching.ts'
import type { Run } from './patch-runs.ts'

/** A change to one machine. */
export type Edit = (machine: Machine) => Machine

/** Changes the newest assessment, if there is one. */
export const assessment =
  (change: Partial<Assessment> | ((now: Assessment) => Assessment)): Edit =>
  (machine) => {
    const now = machine.patching.assessment
    if (!now) return machine
    const changed = typeof change === 'function' ? change(now) : { ...now, ...change }
    return { ...machine, patching: { ...machine.patching, assessment: changed } }
  }

/** Changes what Azure knows of the patching. */
export const patching =
  (change: Partial<Machine['patching']>): Edit =>
  (machine) => ({ ...machine, patching: { ...machine.patching, ...change } })

/** Changes the newest installation run. */
export const newestRun =
  (change: (run: Run) => Run): Edit =>
  (machine) =>
    patching({ runs: machine.patching.runs.map((run, age) => (age === 0 ? change(run) : run)) })(machine)

/** Changes how Azure spells the machine's facts. */
export const quirks =
  (change: Partial<Machine['quirks']>): Edit =>
  (machine) => ({ ...machine, quirks: { ...machine.quirks, ...change } })

/** Several changes, one after the other. */
export const all =
  (...edits: readonly Edit[]): Edit =>
  (machine) =>
    edits.reduce((edited, edit) => edit(edited), machine)
