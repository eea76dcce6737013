import { createHash } from 'node:crypto'
import { Refused } from './fault.ts'
import { type Bag, isBag, isList, isUnknown, type Value } from './value.ts'

/** What the functions know of the place that a file is deployed to. */
export interface Surroundings {
  readonly subscriptionId: string
  readonly groupId: string | undefined
  readonly managementGroupId: string | undefined
  /** The text of a file, by a path relative to the file at hand. */
  readonly load: (path: string) => string
}

type Call = (args: readonly Value[], around: Surroundings) => Value

export const tenantId = '11111111-1111-1111-1111-111111111111'

const byName: Readonly<Record<string, Call>> = {
  concat: (args) => args.flatMap(listOf),
  deployer: () => ({ objectId: 'deployer-object-id', tenantId }),
  empty: ([value = null]) => sizeOf(value) === 0,
  environment: () => ({
    name: 'AzureCloud',
    authentication: { loginEndpoint: 'https://login.microsoftonline.com/' },
    suffixes: { storage: 'core.windows.net' },
  }),
  fail: ([message = '']) => {
    throw new Refused(textOf(message))
  },
  guid: (args) => `guid-${hash(args)}`,
  items: ([bag = null]) =>
    Object.entries(bagOf(bag))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => ({ key, value })),
  join: ([list = null, separator = '']) => listOf(list).map(textOf).join(textOf(separator)),
  loadJsonContent: ([path = ''], { load }) => JSON.parse(load(textOf(path))) as Value,
  loadTextContent: ([path = ''], { load }) => load(textOf(path)),
  managementGroup: ([name], { managementGroupId }) => {
    const id =
      name === undefined ? managementGroupId : `/providers/Microsoft.Management/managementGroups/${textOf(name)}`
    return { kind: 'managementGroup', id: present(id) }
  },
  objectKeys: ([bag = null]) => Object.keys(bagOf(bag)),
  resourceGroup: (_, { groupId }) => ({ kind: 'resourceGroup', id: present(groupId) }),
  split: ([text = '', separator = '']) => textOf(text).split(textOf(separator)),
  string: ([value = null]) => (typeof value === 'string' ? value : JSON.stringify(value)),
  subscription: ([id], { subscriptionId }) => {
    const named = id === undefined ? subscriptionId : textOf(id)
    return { kind: 'subscription', id: `/subscriptions/${named}`, subscriptionId: named }
  },
  subscriptionResourceId: ([type = '', name = ''], { subscriptionId }) =>
    `/subscriptions/${subscriptionId}/providers/${textOf(type)}/${textOf(name)}`,
  tenant: () => ({ kind: 'tenant', id: '/', tenantId }),
  tenantResourceId: ([type = '', name = '']) => `/providers/${textOf(type)}/${textOf(name)}`,
  toLower: ([text = '']) => textOf(text).toLowerCase(),
  union: (args) => (args.every(isList) ? [...new Set(args.flatMap(listOf))] : merged(args.map(bagOf))),
  uniqueString: (args) => hash(args).slice(0, 13),
}

/** Functions of Bicep by name: those that the tree uses. Hashes are stable, but not those of Azure. */
export const functions: ReadonlyMap<string, Call> = new Map(Object.entries(byName))

const hash = (args: readonly Value[]): string =>
  createHash('sha256').update(JSON.stringify(args)).digest('hex').slice(0, 16)

function merged(bags: readonly Bag[]): Bag {
  const all: Record<string, Value> = {}
  for (const [key, value] of bags.flatMap((bag) => Object.entries(bag))) {
    if (isBag(value) && key in all)
      throw new TypeError(`union() of objects within '${key}' is not known to this checker`)
    all[key] = value
  }
  return all
}

function sizeOf(value: Value): number {
  if (value === null) return 0
  if (isUnknown(value)) throw new TypeError('Only the service knows whether this is empty')
  if (typeof value === 'string' || isList(value)) return value.length
  return Object.keys(bagOf(value)).length
}

function present(id: string | undefined): string {
  if (id === undefined) throw new TypeError('There is none in the scope of this file')
  return id
}

function listOf(value: Value): readonly Value[] {
  if (isList(value)) return value
  throw new TypeError('An array was expected')
}

function bagOf(value: Value): Bag {
  if (isBag(value)) return value
  throw new TypeError('An object was expected')
}

/** A text, or what a text says of a number or a boolean. Throws TypeError for anything else. */
export function textOf(value: Value): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  throw new TypeError('A string was expected')
}
