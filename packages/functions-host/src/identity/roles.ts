import { InfraError } from '@infra-analysis/core'
import type { Settings } from '../settings.ts'
import type { Caller } from './caller.ts'

type RoleTools = NonNullable<Settings['roleTools']>

/** Lets a caller use a tool, or throws SignInRequired or AccessDenied that names the roles that would do. */
export function admit(
  caller: Caller,
  tool: string,
  { authentication, roleTools }: Pick<Settings, 'authentication' | 'roleTools'>,
): void {
  // what comes by a trigger was let in by whoever may write to it
  if (caller.how === 'trigger') return
  if (authentication.enabled && caller.how === 'none') {
    throw new InfraError('SignInRequired', 'Nobody is signed in', 'Sign in to this server in your MCP client.')
  }
  if (!roleTools) return
  const roles = rolesFor(tool, roleTools)
  if (caller.roles.some((role) => roles.includes(role))) return
  const hint =
    roles.length === 0
      ? 'No role gives it: an administrator adds it to MCP_ROLE_TOOLS.'
      : `It needs the application role ${roles.join(' or ')}: an administrator assigns it.`
  throw new InfraError('AccessDenied', `You may not use ${tool}`, hint)
}

const rolesFor = (tool: string, roleTools: RoleTools): readonly string[] =>
  Object.entries(roleTools).flatMap(([role, tools]) => (tools.includes('*') || tools.includes(tool) ? [role] : []))

/** The tools that roles are given for and that do not exist. */
export const unknownTools = (roleTools: RoleTools, names: readonly string[]): readonly string[] =>
  [...new Set(Object.values(roleTools).flat())].filter((name) => name !== '*' && !names.includes(name))
