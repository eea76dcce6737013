import type { Analysis } from '../analysis.ts'
import type { ErrorCode } from '../errors.ts'
import type { AnalysisId } from '../fleet.ts'
import type { Check, State, Verdict } from './diagnosis.ts'
import { needs } from './needs.ts'

/** The gravest first: without rights nobody can tell what else is missing. */
const gravity: readonly ErrorCode[] = [
  'SignInRequired',
  'AccessDenied',
  'InvalidInput',
  'ServiceUnavailable',
  'Throttled',
  'TableAbsent',
  'Incomplete',
]

/** The gravest of some codes, if there is one. */
export const gravest = (codes: readonly (ErrorCode | undefined)[]): ErrorCode | undefined =>
  gravity.find((code) => codes.includes(code))

const ranks: Readonly<Record<State, number>> = { ok: 0, warning: 1, failed: 2, skipped: 3 }

/** What the checks mean for an analysis. Throws TypeError when it needs a check that was not made. */
export function verdictOf({ id, rights }: Analysis, checks: readonly Check[]): Verdict {
  const analysis = id as AnalysisId
  const { must, helps } = needs[analysis]
  const called = (names: readonly string[]) => names.map((name) => checkCalled(name, checks))
  const decisive = must.map((names) => best(called(names)))
  const blocking = decisive.filter(({ state }) => state === 'failed' || state === 'skipped')
  const partial = called(must.flat()).filter(({ state }) => state === 'warning')
  const doubtful = blocking.length > 0 ? blocking : [...new Set([...partial, ...called(helps)])]
  const troubles = doubtful.filter(({ state }) => state === 'warning' || state === 'failed')
  const mend = troubles.find((check) => check.mend)?.mend
  const code = gravest(troubles.map((check) => check.code))
  return {
    analysis,
    state: blocking.length > 0 ? 'cannot' : troubles.length > 0 ? 'partly' : 'runs',
    reasons: troubles.map(({ name, detail }) => ({ name, detail })),
    ...(mend && { mend }),
    ...(code && { code }),
    rights,
  }
}

const best = (checks: readonly Check[]): Check =>
  checks.reduce((one, other) => (ranks[other.state] < ranks[one.state] ? other : one))

function checkCalled(wanted: string, checks: readonly Check[]): Check {
  const found = checks.find(({ name }) => name === wanted)
  if (!found) throw new TypeError(`There is no check '${wanted}'`)
  return found
}
