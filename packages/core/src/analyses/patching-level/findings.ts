import type { Finding } from '../../answer.ts'
import { counted, dateOf, enumerated } from '../../wording.ts'
import { coverageOf } from './coverage.ts'
import type { Machine } from './row.ts'

type Found = Pick<Finding, 'code' | 'severity' | 'message'>

/** A security patch that has been out for longer than this is overdue. */
const overdueDays = 30

/** What deserves attention about the patching of the servers. */
export const findingsAbout = (machines: readonly Machine[]): readonly Finding[] =>
  machines.flatMap((machine) =>
    [...knowledge(machine), ...patches(machine), ...process(machine)].map((found) => ({
      ...found,
      resourceId: machine.machineId,
      subject: machine.name,
    })),
  )

function* knowledge(machine: Machine): Iterable<Found> {
  const { state, reason } = coverageOf(machine)
  if (state === 'NotAssessed') yield { code: 'not-assessed', severity: 'high', message: reason }
  if (state === 'AssessmentFailed') yield { code: 'assessment-failed', severity: 'high', message: reason }
  if (state === 'Stale')
    yield { code: 'assessment-stale', severity: 'medium', message: `Last assessed ${dateOf(machine.assessedAt ?? '')}` }
}

function* patches({ compliance, critical, security, oldestSecurityDays, rebootPending }: Machine): Iterable<Found> {
  const [criticals, securities] = [critical ?? 0, security ?? 0]
  if ((compliance === 'NonCompliant' || compliance === 'Stale') && criticals + securities > 0) {
    const isOverdue = criticals > 0 || (oldestSecurityDays ?? 0) > overdueDays
    const parts = [...(criticals ? [`${criticals} critical`] : []), ...(securities ? [`${securities} security`] : [])]
    const noun = criticals + securities === 1 ? 'patch' : 'patches'
    const age = oldestSecurityDays === null ? '' : `, the oldest out for ${counted(oldestSecurityDays, 'day')}`
    yield {
      code: 'security-patches-missing',
      severity: isOverdue ? 'high' : 'medium',
      message: `${enumerated(parts)} ${noun} missing${age}`,
    }
  }
  if (rebootPending) yield { code: 'reboot-pending', severity: 'medium', message: 'A restart is pending' }
}

function* process({
  lastRunStatus,
  lastRunAt,
  lastRunFailed,
  lastRunWindowExceeded,
  schedule,
  compliance,
}: Machine): Iterable<Found> {
  const when = lastRunAt ? ` on ${dateOf(lastRunAt)}` : ''
  if (lastRunStatus === 'Failed') {
    yield {
      code: 'run-failed',
      severity: 'medium',
      message: `The last installation run${when} failed (${counted(lastRunFailed ?? 0, 'patch', 'patches')})`,
    }
  }
  if (lastRunWindowExceeded) {
    yield {
      code: 'window-exceeded',
      severity: 'medium',
      message: `The last installation run${when} ran out of its maintenance window`,
    }
  }
  if (schedule === '' && compliance !== 'Compliant') {
    yield { code: 'no-schedule', severity: 'low', message: 'No maintenance schedule is assigned' }
  }
}
