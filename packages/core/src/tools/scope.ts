import { invalid } from '../errors.ts'
import { parseScope, type Scope } from '../scope.ts'
import type { Asked } from './arguments.ts'

/**
 * What the host lets a call see, cut down to what the call names. Throws InvalidInput for what is not an id, and for what the host does not
 * allow.
 */
export function narrowed(
  configured: Scope,
  { subscriptions, workspaces }: Pick<Asked, 'subscriptions' | 'workspaces'>,
) {
  const asked = parseScope({ subscriptions, workspaces })
  const groups = configured.managementGroups ?? []
  if (subscriptions.length > 0 && groups.length > 0) {
    throw invalid(
      'This server asks management groups, within which no subscriptions can be chosen',
      'Leave out subscriptions.',
    )
  }
  return {
    ...configured,
    subscriptions: within('subscriptions', asked.subscriptions, configured.subscriptions),
    workspaces: within('workspaces', asked.workspaces, configured.workspaces),
  } satisfies Scope
}

function within(name: string, asked: readonly string[] = [], allowed: readonly string[] = []): readonly string[] {
  if (asked.length === 0) return allowed
  const isAllowed = (id: string) => allowed.length === 0 || allowed.some((one) => one.toLowerCase() === id)
  const foreign = asked.find((id) => !isAllowed(id))
  if (foreign === undefined) return asked
  const more = allowed.length > shownIds ? ` and ${allowed.length - shownIds} more` : ''
  throw invalid(
    `${name}: '${foreign}' is not among those of this server`,
    `Allowed: ${allowed.slice(0, shownIds).join(', ')}${more}; leave out ${name} for all.`,
  )
}

/** An id takes 30 tokens. */
const shownIds = 2
