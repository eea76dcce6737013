import type { Resource } from '../bicep/declarations.ts'
import type { Bag, DeployedResource, Place } from './value.ts'

/** A declaration with its evaluated body, as it would be sent. */
export function deployedResource(
  file: string,
  { name: symbol, line, type: written, existing, within }: Resource,
  body: Bag,
  parent: DeployedResource | undefined,
  scope: Place,
): DeployedResource {
  const type = within && parent ? typeWithin(parent.type, written) : written
  const kind = type.replace(/@.*/, '')
  const sent = Object.fromEntries(
    Object.entries(body).filter(([key]) => !['parent', 'scope', 'dependsOn'].includes(key)),
  )
  const name = nameOf(sent)
  const id = parent ? `${parent.id}/${kind.split('/').at(-1)}/${name}` : `${scope.id}/providers/${kind}/${name}`
  return { file, line, symbol, type, kind, existing, name, id, scope, body: sent }
}

/** Resources of Microsoft Graph are known by other keys. */
function nameOf(body: Bag): string {
  const name = body['name'] ?? body['uniqueName'] ?? body['appId'] ?? body['appRoleId']
  return typeof name === 'string' ? name : ''
}

/** The type of a resource within another: it takes the version of that one unless it has its own. */
function typeWithin(outer: string, inner: string): string {
  const [parent = '', version = ''] = outer.split('@')
  const [kind = '', own = version] = inner.split('@')
  return `${parent}/${kind}@${own}`
}
