import { appSettingsOf } from '../deploy/app-settings.ts'
import { deployedOf, listAt, pick, textAt, textsAt } from '../deploy/pick.ts'
import type { DeployedResource } from '../deploy/value.ts'
import type { Finding } from '../finding.ts'
import type { Combination, DeploymentRule } from '../project.ts'
import { builtInRoles } from '../roles.ts'

/** The identity of the app, as principal of an assignment. */
export const app = '‹identity.properties.principalId›'

/**
 * Roles are known and change nothing in Azure; on the fleet they only read; they say what for; they are named after scope,
 * principal and role; and those of the app say that it is a service principal, which spares a race with replication.
 */
export const roleAssignments: DeploymentRule =
  () =>
  ({ deployment: { resources } }) => {
    const custom = new Map(
      deployedOf(resources, 'Microsoft.Authorization/roleDefinitions').map((role) => [role.id, role]),
    )
    const assignments = deployedOf(resources, 'Microsoft.Authorization/roleAssignments')
    return [
      ...assignments.flatMap((assignment) => faultsOf(assignment, custom).map((message) => at(assignment, message))),
      ...[...custom.values()].flatMap((role) =>
        actionsThatWrite(role).map((action) => at(role, `'${action}' does not only read`)),
      ),
      ...assignments
        .filter(({ name }, index) => assignments.findIndex((other) => other.name === name) < index)
        .map((assignment) =>
          at(assignment, 'two assignments have one name: it must be made of scope, principal and role'),
        ),
    ]
  }

function faultsOf(
  { body, scope, symbol }: DeployedResource,
  custom: ReadonlyMap<string, DeployedResource>,
): readonly string[] {
  const id = textAt(body, 'properties.roleDefinitionId')
  const [, guid = ''] = /\/providers\/Microsoft\.Authorization\/roleDefinitions\/([^/]+)$/.exec(id) ?? []
  const role = builtInRoles[guid]
  const isOnFleet = scope.kind !== 'resource'
  const isForApp = pick(body, 'properties.principalId') === app
  return [
    ...(role || custom.has(id) ? [] : [`'${symbol}' gives a role that is not in the table of roles: ${id}`]),
    ...(role?.power === 'changes Azure' ? [`'${symbol}' gives the role ${role.name}`] : []),
    ...(isOnFleet && role && role.power !== 'reads' ? [`'${symbol}' gives ${role.name} on a ${scope.kind}`] : []),
    ...(isOnFleet && !isForApp ? [`'${symbol}' gives a role on a ${scope.kind} to somebody else than the app`] : []),
    ...(isForApp && pick(body, 'properties.principalType') !== 'ServicePrincipal'
      ? [`'${symbol}' needs principalType 'ServicePrincipal'`]
      : []),
    ...(pick(body, 'properties.description') ? [] : [`'${symbol}' does not say what for`]),
    ...(textAt(body, 'name').startsWith('guid-') ? [] : [`the name of '${symbol}' must be a guid()`]),
  ]
}

function actionsThatWrite({ body }: DeployedResource): readonly string[] {
  return listAt(body, 'properties.permissions').flatMap((permission) =>
    ['actions', 'dataActions'].flatMap((kind) =>
      textsAt(permission, kind).filter((action) => !/^[^*]+\/read$/.test(action)),
    ),
  )
}

/** What the app may be asked about is what it is given a role on, where it reads subscriptions by a role. */
export const readsWhatIsAllowed: DeploymentRule =
  () =>
  ({ deployment: { resources } }) => {
    const allowed = textAt(appSettingsOf(resources), 'MCP_ALLOWED_SUBSCRIPTIONS').split(',')
    const onSubscriptions = deployedOf(resources, 'Microsoft.Authorization/roleAssignments').filter(
      ({ scope }) => scope.kind === 'subscription',
    )
    return onSubscriptions
      .filter(({ scope }) => !allowed.includes(scope.id.replace('/subscriptions/', '')))
      .map((assignment) => at(assignment, 'the app is given a role on a subscription that it may not be asked about'))
  }

/** With the parameters of a first deployment the app can read its subscription, and nothing above it. */
export function readerByDefault({ deployment }: Combination): readonly Finding[] {
  const onFleet = deployedOf(deployment.resources, 'Microsoft.Authorization/roleAssignments').filter(
    ({ scope }) => scope.kind === 'subscription',
  )
  const isRead = onFleet.some(({ body }) => pick(body, 'properties.principalId') === app)
  if (isRead) return []
  return [
    {
      rule: 'role-assignments',
      file: 'infra/main.bicep',
      line: 1,
      message: 'by default the app may not read its subscription',
    },
  ]
}

const at = ({ file, line }: DeployedResource, message: string): Finding => ({
  rule: 'role-assignments',
  file,
  line,
  message,
})
