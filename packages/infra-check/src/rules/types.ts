import type { Finding } from '../finding.ts'
import { lineOfBag } from '../deploy/evaluate.ts'
import { type DeployedResource, isBag, isList, type Value } from '../deploy/value.ts'
import type { DeploymentRule } from '../project.ts'
import { bareKey, isObjectType, keyIn, type ObjectType, type Type, typeOf } from '../types.ts'

/** Resources have the properties of their types and no others; what is read off a resource is there. */
export const resourceTypes: DeploymentRule =
  () =>
  ({ deployment }) => [
    ...deployment.resources.filter(({ existing }) => !existing).flatMap(ofResource),
    ...deployment.reads.flatMap(({ of, path, file, line }): readonly Finding[] =>
      isThere(of, path) ? [] : [{ rule: 'types', file, line, message: `${of.type} gives no '${path.join('.')}'` }],
    ),
  ]

/** Most combinations send most resources alike: each is looked at once. */
const seen = new WeakMap<DeployedResource, readonly Finding[]>()

function ofResource(resource: DeployedResource): readonly Finding[] {
  const findings = seen.get(resource) ?? faultsOf(resource)
  seen.set(resource, findings)
  return findings
}

function faultsOf(resource: DeployedResource): readonly Finding[] {
  const { file, line, type, body } = resource
  const known = typeOf(resource)
  if (!known) return [{ rule: 'types', file, line, message: `${type} is not in the table of types` }]
  return faultsIn(body, known, '', line).map((fault) => ({
    rule: 'types',
    file,
    line: fault.line,
    message: fault.message,
  }))
}

interface TypeFault {
  readonly line: number
  readonly message: string
}

function faultsIn(value: Value, type: Type, path: string, near: number): readonly TypeFault[] {
  const wrong = (what: string): readonly TypeFault[] => [{ line: near, message: `${path} ${what}` }]
  if (!isObjectType(type))
    return isOf(value, type) ? [] : wrong(`is ${JSON.stringify(value)} and must be ${expected(type)}`)
  const items = type['[]']
  if (items !== undefined) {
    if (!isList(value)) return wrong('must be an array')
    return value.flatMap((item, at) => faultsIn(item, items, `${path}[${at}]`, near))
  }
  if (!isBag(value)) return wrong('must be an object')
  const line = lineOfBag(value) ?? near
  return [
    ...Object.entries(value).flatMap(([name, inner]) =>
      faultsAt(name, inner, type, path ? `${path}.${name}` : name, line),
    ),
    ...Object.keys(type)
      .filter((key) => key.endsWith('!') && !(bareKey(key) in value))
      .map((key) => ({ line, message: `${path ? `${path}.` : ''}${bareKey(key)} is required` })),
  ]
}

function faultsAt(name: string, value: Value, type: ObjectType, path: string, line: number): readonly TypeFault[] {
  const key = keyIn(type, name)
  const inner = key === undefined ? undefined : type[key]
  if (key === undefined || inner === undefined)
    return [{ line, message: `${path} is not a property that the table of types knows` }]
  if (key.endsWith('~')) return [{ line, message: `${path} is written by the service only` }]
  // null leaves an optional property out
  return value === null && !key.endsWith('!') ? [] : faultsIn(value, inner, path, line)
}

function isOf(value: Value, type: string | readonly string[]): boolean {
  if (typeof value === 'string' && value.startsWith('‹')) return true
  if (typeof type !== 'string') return typeof value === 'string' && type.includes(value)
  if (type === 'string[]') return isList(value) && value.every((item) => typeof item === 'string')
  if (type === 'int') return typeof value === 'number'
  return typeof value === (type === 'bool' ? 'boolean' : type)
}

const expected = (type: string | readonly string[]): string =>
  typeof type === 'string' ? type : `one of ${type.join(', ')}`

function isThere(resource: DeployedResource, path: readonly string[]): boolean {
  let type: Type | undefined = typeOf(resource)
  for (const step of path) {
    if (!type || !isObjectType(type)) return false
    const key = keyIn(type, step)
    type = key === undefined ? undefined : type[key]
  }
  return type !== undefined
}
