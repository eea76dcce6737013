import { combinationsOf } from '../deploy/combinations.ts'
import { deployer } from '../deploy/deployment.ts'
import { deployedOf, textAt } from '../deploy/pick.ts'
import type { Bag, DeployedResource } from '../deploy/value.ts'
import { mainPath, type Project } from '../project.ts'
import { builtInRoles } from '../roles.ts'
import { code, table } from './markdown.ts'

/** Every role assignment that the template can make: who gets which role on what, when, and what needs it. */
export function assignments(project: Project): string {
  const deploy = deployer(project)
  const [byDefault = {}, ...others] = combinationsOf(project.main)
  // the first combinations give one optional parameter each
  const single = others.filter((bag) => changes(byDefault, bag).length === 1)
  const rows = [byDefault, ...single].flatMap((parameters) => {
    const { resources } = deploy(mainPath, parameters)
    const [changed] = changes(byDefault, parameters)
    return deployedOf(resources, 'Microsoft.Authorization/roleAssignments').map((one) => rowOf(one, resources, changed))
  })
  const firstOfEach = rows.filter(
    (row, at) => rows.findIndex((other) => other.slice(0, 3).join() === row.slice(0, 3).join()) === at,
  )
  return table(['who', 'role', 'on', 'when', 'needed by'], firstOfEach)
}

const changes = (from: Bag, to: Bag): readonly string[] => Object.keys(to).filter((name) => to[name] !== from[name])

function rowOf(
  { body, scope }: DeployedResource,
  resources: readonly DeployedResource[],
  changed: string | undefined,
): readonly string[] {
  const id = textAt(body, 'properties.roleDefinitionId')
  const custom = deployedOf(resources, 'Microsoft.Authorization/roleDefinitions').find((role) => role.id === id)
  const isApp = textAt(body, 'properties.principalId').includes('identity')
  return [
    isApp ? 'the app' : 'whoever deploys',
    builtInRoles[id.split('/').at(-1) ?? '']?.name ??
      `${textAt(custom?.body ?? null, 'properties.roleName').replace(/ \(.*/, '')} (custom)`,
    scope.kind === 'resource'
      ? (/providers\/[^/]+\/([^/]+)/.exec(scope.id.replace(/.*resourceGroups\/[^/]+\//, ''))?.[1] ?? '')
      : scope.kind,
    changed === undefined ? 'by default' : `with ${code(changed)}`,
    textAt(body, 'properties.description'),
  ]
}
