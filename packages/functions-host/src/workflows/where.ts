import { InfraError, type Place, parseScope, visibleSubscriptions } from '@infra-analysis/core'
import { z } from 'zod'
import type { Where } from './started.ts'
import type { Input } from './workflow.ts'

const ids = z.array(z.string()).default([])

/** The arguments that say where a workflow looks. */
export const places = {
  subscriptions: ids.describe('Only these subscription ids; all that this server may see by default'),
  workspaces: ids.describe('Only these Log Analytics workspace ids; those of this server by default'),
} as const

/** Where a run looks: as the call says, or wherever the server may. Throws InvalidInput, and AccessDenied for what it may not or cannot see. */
export async function whereOf(input: Input, place: Place, signal?: AbortSignal): Promise<Where> {
  const { subscriptions = [], workspaces = [] } = parseScope(z.object(places).parse(input))
  const allowed = place.scope
  refuseForeign('subscription', subscriptions, allowed.subscriptions)
  refuseForeign('workspace', workspaces, allowed.workspaces)
  const isChosen = subscriptions.length > 0
  const visible = isChosen ? { subscriptions, gaps: [] } : await visibleIn(place, signal)
  return { ...visible, isChosen, workspaces: workspaces.length > 0 ? workspaces : (allowed.workspaces ?? []) }
}

async function visibleIn(place: Place, signal?: AbortSignal) {
  const { subscriptions = [] } = place.scope
  if (subscriptions.length > 0) return { subscriptions, gaps: [] }
  const visible = await visibleSubscriptions(place, signal)
  if (visible.subscriptions.length > 0) return visible
  throw new InfraError('AccessDenied', 'No subscription can be seen', 'Have the role Reader given to the server.')
}

function refuseForeign(what: string, asked: readonly string[], allowed: readonly string[] = []): void {
  const foreign = allowed.length > 0 && asked.find((id) => !allowed.includes(id))
  if (!foreign) return
  const hint = `This server answers for: ${allowed.join(', ')}.`
  throw new InfraError('AccessDenied', `The ${what} ${foreign} is not allowed`, hint)
}
