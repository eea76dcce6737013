import { z } from 'zod'
import { text } from '../columns.ts'
import { kqlFile } from '../kql/file.ts'
import { resourceGraph } from '../kql/query.ts'
import type { Scope } from '../scope.ts'
import { counted } from '../wording.ts'
import type { Attempt } from './attempt.ts'
import type { Check } from './diagnosis.ts'
import { mendOf, roleMend } from './mend.ts'
import { named } from './named.ts'
import { skipped } from './unanswered.ts'

/** The subscriptions that the caller sees: a question so small that it tells whether the sign-in is good. */
export const subscriptionsQuery = resourceGraph(
  'subscriptions',
  kqlFile(import.meta.url, 'subscriptions.kql'),
  z.object({ subscriptionId: text('Subscription id'), name: text('Name') }),
)

const signIn = 'sign-in'
const subscriptions = 'subscriptions'

/** Whether the sign-in is good, and which subscriptions can be read; the second is skipped when the first fails. */
export function accessChecks(
  answer: Attempt<typeof subscriptionsQuery.row>,
  scope: Scope,
): readonly [signIn: Check, subscriptions: Check] {
  const asked = scope.subscriptions ?? []
  if ('error' in answer && answer.error.code !== 'AccessDenied') {
    const { message, code } = answer.error
    const mend = mendOf(answer.error, { advice: answer.error.hint })
    return [{ name: signIn, state: 'failed', detail: `${message}.`, mend, code }, skipped(subscriptions)]
  }
  const signedIn: Check = { name: signIn, state: 'ok', detail: 'Azure Resource Graph answers.' }
  const seen = 'error' in answer ? [] : answer.rows
  const missing = asked.filter((id) => !seen.some(({ subscriptionId }) => subscriptionId === id.toLowerCase()))
  if (seen.length === 0) return [signedIn, { name: subscriptions, ...noneOf(missing, scope), code: 'AccessDenied' }]
  if (missing.length > 0) return [signedIn, { name: subscriptions, ...someOf(asked, missing), code: 'AccessDenied' }]
  const names = named(seen.map(({ name }) => name))
  return [signedIn, { name: subscriptions, state: 'ok', detail: `${counted(seen.length, 'subscription')}: ${names}.` }]
}

function noneOf(missing: readonly string[], { managementGroups: [group] = [] }: Scope): Omit<Check, 'name'> {
  const [first = '<subscription id>'] = missing
  const at = group ? `/providers/Microsoft.Management/managementGroups/${group}` : `/subscriptions/${first}`
  return {
    state: 'failed',
    detail: 'None can be seen: they are not there, or may not be read.',
    mend: roleMend('Reader', at),
  }
}

function someOf(asked: readonly string[], missing: readonly string[]): Omit<Check, 'name'> {
  const { advice, command = '' } = roleMend('Reader', `/subscriptions/${missing[0]}`)
  const each = 'Have the role Reader given to you on each of them, or leave them out.'
  return {
    state: 'warning',
    detail: `${missing.length} of ${asked.length} cannot be seen, because they are not there or may not be read: ${named(missing)}.`,
    mend: { advice: missing.length === 1 ? advice : each, command },
  }
}
