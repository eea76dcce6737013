import type { SyntaxNode } from '../front/node.ts'
import type { Column } from '../table.ts'
import type { Expression, Pipeline, Variable, View } from './plan.ts'

/** What a name of the query stands for; a scalar that was given for a function's parameter may read the row it was given in. */
export type Binding =
  | { readonly kind: 'scalar'; readonly value: Expression; readonly row?: readonly Column[] }
  | { readonly kind: 'table'; readonly pipeline: Pipeline }
  | { readonly kind: 'function'; readonly scope: Scope; readonly declaration: SyntaxNode }

/** The names that are visible at a place of the query, and where the plan's own definitions gather. */
export interface Scope {
  readonly names: Map<string, Binding>
  readonly parent: Scope | undefined
  readonly plan: Definitions
}

/** What the plan defines besides its pipeline, and what holds for all of the query. */
export interface Definitions {
  readonly settings: Settings
  readonly variables: Variable[]
  readonly views: View[]
}

/** A scope inside another one. */
export const within = (parent: Scope): Scope => ({ names: new Map(), parent, plan: parent.plan })

/** What a name stands for, looked up outwards. */
export function resolve(scope: Scope | undefined, name: string): Binding | undefined {
  return scope && (scope.names.get(name) ?? resolve(scope.parent, name))
}

/** A name that no other definition of the plan has. */
export function unique(name: string, taken: readonly { readonly name: string }[]): string {
  const has = (candidate: string): boolean => taken.some((other) => other.name === candidate)
  if (!has(name)) return name
  let count = 2
  while (has(`${name}#${count}`)) count++
  return `${name}#${count}`
}

/** What a dialect changes about the meaning of a query. */
export interface Settings {
  /** The schema's name of each table whose name the query spells in its own way. */
  readonly tableNames: ReadonlyMap<string, string>
  /** How many rows one row may expand to when the query does not say. */
  readonly expandLimit?: number
}
