/** What an expression of Bicep evaluates to. */
export type Value = null | boolean | number | string | readonly Value[] | Bag | Handle

export interface Bag {
  readonly [key: string]: Value
}

/** Stands for something whose properties are known only when it is deployed, or for what is not deployed at all. */
export type Handle = ResourceHandle | ModuleHandle | RuntimeHandle | AbsentHandle

interface ResourceHandle {
  readonly is: typeof resource
  readonly deployed: DeployedResource
}

interface ModuleHandle {
  readonly is: typeof module
  readonly outputs: Bag
}

/** A property that the service gives, such as `properties.primaryEndpoints.blob`. */
interface RuntimeHandle {
  readonly is: typeof runtime
  readonly of: DeployedResource
  readonly path: readonly string[]
}

interface AbsentHandle {
  readonly is: typeof absent
  readonly name: string
}

export const resource: unique symbol = Symbol('resource')
export const module: unique symbol = Symbol('module')
export const runtime: unique symbol = Symbol('runtime')
export const absent: unique symbol = Symbol('absent')

/** A resource as it would be sent to Azure. */
export interface DeployedResource {
  readonly file: string
  readonly line: number
  readonly symbol: string
  /** `Microsoft.Web/sites/config@2024-11-01`. */
  readonly type: string
  /** The type without its version. */
  readonly kind: string
  readonly existing: boolean
  readonly name: string
  readonly id: string
  /** What it is deployed into or attached to. */
  readonly scope: Place
  /** As written, without `parent`, `scope` and `dependsOn`. */
  readonly body: Bag
}

/** Where a file or a resource is deployed. */
export interface Place {
  readonly kind: 'tenant' | 'managementGroup' | 'subscription' | 'resourceGroup' | 'resource'
  readonly id: string
}

/** Whether a value, or a part of it, is known to the service only. */
export const isUnknown = (value: Value): boolean => typeof value === 'string' && value.includes('‹')

export const isList = (value: Value): value is readonly Value[] => Array.isArray(value)

export const isHandle = (value: Value): value is Handle =>
  typeof value === 'object' && value !== null && 'is' in value && typeof value['is'] === 'symbol'

export const isBag = (value: Value): value is Bag =>
  typeof value === 'object' && value !== null && !isList(value) && !isHandle(value)
