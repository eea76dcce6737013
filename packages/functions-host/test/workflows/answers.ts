import type { Finding, Reply, Severity } from '@infra-analysis/core'
import { fine } from '../host.ts'

type Answer = NonNullable<Reply['answer']>

/** A finding about a resource of this name. */
export const finding = (subject: string, severity: Severity, message = 'Something is wrong'): Finding => ({
  code: 'wrong',
  severity,
  resourceId: `/subscriptions/${subject}`,
  subject,
  message,
})

/** An answer about so many resources, of which the first is not known. */
export const answerWith = (total: number, findings: readonly Finding[] = [], more: Partial<Answer> = {}): Answer => ({
  analysis: 'things',
  view: 'things',
  asOf: '2026-11-20T12:00:00.000Z',
  summary: { headline: `${total} things.`, figures: [{ label: 'Things', value: total }], offenders: [] },
  columns: [],
  findings,
  coverage: {
    total,
    covered: total - 1,
    states: { Known: total - 1, Silent: 1 },
    gaps: [{ resourceId: `/${total}`, name: `machine-${total}`, state: 'Silent', reason: 'It is silent' }],
  },
  warnings: [],
  evidence: [],
  complete: true,
  ...more,
})

/** A reply with this answer. */
export const replyWith = (answer: Answer, rows: number): Reply => ({
  ...fine,
  outcome: { ...fine.outcome, rows },
  answer,
})
