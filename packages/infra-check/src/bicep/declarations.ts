import type { Expression } from './expression.ts'

/** What a Bicep file declares. */
export interface BicepFile {
  /** From the root of the repository: `infra/modules/storage.bicep`. */
  readonly path: string
  readonly targetScope: string
  readonly extensions: readonly string[]
  readonly parameters: readonly Parameter[]
  readonly variables: readonly Variable[]
  readonly resources: readonly Resource[]
  readonly modules: readonly Module[]
  readonly outputs: readonly Output[]
}

export interface Named {
  readonly name: string
  readonly line: number
}

interface Decorated extends Named {
  readonly type: string
  /** Decorators by name: `description`, `allowed`, … */
  readonly decorators: ReadonlyMap<string, readonly Expression[]>
}

export interface Parameter extends Decorated {
  readonly default: Expression | undefined
}

export interface Variable extends Named {
  readonly value: Expression
}

export interface Output extends Decorated {
  readonly value: Expression
}

interface Deployed extends Named {
  readonly condition: Expression | undefined
  /** An object, or a loop over objects. */
  readonly body: Expression
}

export interface Resource extends Deployed {
  /** `Microsoft.Web/sites@2024-11-01`; of a resource within another, without the type of that one. */
  readonly type: string
  readonly existing: boolean
  /** The resource that it stands in. */
  readonly within: Resource | undefined
}

export interface Module extends Deployed {
  /** As written, relative to the file. */
  readonly source: string
}
