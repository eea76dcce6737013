import { InfraError, type Question, type Source } from '@infra-analysis/core'
import type { Settings } from '../settings.ts'

type Allowed = Settings['allowed']

/** The source behind the operator's allow-lists: a question about anything else is refused before the source sees it. */
export const allowing = (source: Source, allowed: Allowed): Source => ({
  ...source,
  query(question) {
    refuseForeign(question, allowed)
    return source.query(question)
  },
})

function refuseForeign({ engine, scope }: Question, allowed: Allowed): void {
  if (engine === 'log-analytics') refuse('workspace', scope.workspaces, allowed.workspaces)
  // a management group may hold subscriptions that are not in the list
  else
    refuse('subscription', [...(scope.managementGroups ?? []), ...(scope.subscriptions ?? [])], allowed.subscriptions)
}

function refuse(what: string, asked: readonly string[] = [], allowed: readonly string[]): void {
  if (allowed.length === 0) return
  const hint = `This server answers for: ${allowed.join(', ')}.`
  // no scope at all means all that the identity can see
  if (asked.length === 0) throw new InfraError('AccessDenied', `The question names no ${what}`, hint)
  const isForeign = asked.some((id) => !allowed.includes(id.toLowerCase()))
  if (isForeign) throw new InfraError('AccessDenied', `The question reaches beyond the allowed ${what}s`, hint)
}
