import { InfraError, type Scope } from '@infra-analysis/core'
import {
  branchWorkspaceId,
  emptyWorkspaceId,
  managementGroup,
  subscriptions,
  treasuryWorkspaceId,
  workspaceId,
  type Subscription,
} from './estate.ts'

const all: readonly Subscription[] = Object.values(subscriptions)

/** Where the sandbox lives: subscription ids, a management group's name, a workspace's GUID. */
export interface SandboxScope {
  readonly subscriptions: readonly string[]
  readonly managementGroup: string
  readonly workspace: string
  /** A second workspace, of the branches only, in which a table is absent. */
  readonly branchWorkspace: string
  /** A workspace in which nothing was ever written. */
  readonly emptyWorkspace: string
  /** A workspace that the caller cannot read. */
  readonly unreadableWorkspace: string
  /** Those of the subscriptions that the caller cannot read. */
  readonly unreadable: readonly string[]
}

/** Where the sandbox lives. Asking for all of it leaves one subscription unanswered: the caller cannot read it. */
export const scope: SandboxScope = {
  subscriptions: all.map(({ id }) => id),
  managementGroup,
  workspace: workspaceId,
  branchWorkspace: branchWorkspaceId,
  emptyWorkspace: emptyWorkspaceId,
  unreadableWorkspace: treasuryWorkspaceId,
  unreadable: all.filter((subscription) => !subscription.readable).map(({ id }) => id),
}

/**
 * The subscriptions of a scope that the caller can read, in the sandbox's order. Others are left out without a word, as Azure does;
 * throws AccessDenied when none is left.
 */
export function readable({ subscriptions: asked, managementGroups }: Scope): readonly string[] {
  const isAsked = ({ id }: Subscription): boolean =>
    asked?.length ? asked.includes(id) : !managementGroups?.length || managementGroups.includes(managementGroup)
  const found = all.filter((subscription) => subscription.readable && isAsked(subscription)).map(({ id }) => id)
  if (found.length > 0) return found
  throw new InfraError(
    'AccessDenied',
    'None of the subscriptions asked can be read',
    'Ask for the role Reader on at least one of them.',
  )
}
