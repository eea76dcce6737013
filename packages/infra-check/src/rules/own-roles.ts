import { hasWorkflows } from '../deploy/app-settings.ts'
import { deployedOf, pick, textAt } from '../deploy/pick.ts'
import type { DeploymentRule } from '../project.ts'
import { builtInRoles } from '../roles.ts'
import { app } from './role-assignments.ts'

const always = ['Storage Blob Data Owner', 'Storage Queue Data Contributor', 'Monitoring Metrics Publisher']

/** The app has what its host needs on its own storage and telemetry, and a role on tables where workflows keep their state there. */
export const ownRoles: DeploymentRule =
  () =>
  ({ deployment: { resources } }) => {
    const given = deployedOf(resources, 'Microsoft.Authorization/roleAssignments')
      .filter(({ body, scope }) => scope.kind === 'resource' && pick(body, 'properties.principalId') === app)
      .map(({ body }) => builtInRoles[textAt(body, 'properties.roleDefinitionId').split('/').at(-1) ?? '']?.name)
    const needed = hasWorkflows(resources) ? [...always, 'Storage Table Data Contributor'] : always
    return deployedOf(resources, 'Microsoft.Web/sites').flatMap(({ file, line }) =>
      needed
        .filter((role) => !given.includes(role))
        .map((role) => ({
          rule: 'own-roles',
          file,
          line,
          message: `the app lacks the role ${role} on what is its own`,
        })),
    )
  }
