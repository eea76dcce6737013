import type { CoverageEntry } from '../../answer.ts'
import { isDown } from '../../directory.ts'
import type { Machine } from './row.ts'

/** How current the knowledge of a server's patches is. */
export const states = {
  Assessed: { meaning: 'Assessed successfully and recently', gap: false },
  Stale: { meaning: 'The newest assessment is older than the limit', gap: true },
  InProgress: { meaning: 'An assessment is running', gap: true },
  AssessmentFailed: { meaning: 'The newest assessment failed', gap: true },
  NotAssessed: { meaning: 'Never assessed, or not within the 7 days that Azure keeps', gap: true },
} as const

type State = keyof typeof states

export function coverageOf(machine: Machine): CoverageEntry {
  const state = stateOf(machine)
  return {
    resourceId: machine.machineId,
    name: machine.name,
    state,
    reason: `${states[state].meaning}${because(machine)}`,
  }
}

export const isAssessed = (machine: Machine): boolean => stateOf(machine) === 'Assessed'

const stateOf = ({ compliance }: Machine): State => (compliance in states ? (compliance as State) : 'Assessed')

/** Why there is no recent assessment, as far as the facts tell. */
function because({ agentStatus, periodicAssessment, errorCode }: Machine): string {
  if (errorCode) return ` (${errorCode})`
  if (isDown(agentStatus)) return `; the machine is ${agentStatus}`
  return periodicAssessment ? '' : '; periodic assessment is off'
}
