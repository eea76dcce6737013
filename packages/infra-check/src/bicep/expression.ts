/** An expression of Bicep, with the line that it starts on. */
export type Expression = { readonly line: number } & (
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'text'; readonly parts: readonly (string | Expression)[] }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'object'; readonly entries: readonly Entry[] }
  | { readonly kind: 'array'; readonly items: readonly Expression[] }
  | Loop
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'member'; readonly target: Expression; readonly name: string }
  | { readonly kind: 'index'; readonly target: Expression; readonly index: Expression }
  | { readonly kind: 'child'; readonly target: Expression; readonly name: string }
  | { readonly kind: 'unary'; readonly operator: string; readonly argument: Expression }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: 'choice'
      readonly condition: Expression
      readonly yes: Expression
      readonly no: Expression
    }
)

/** `[for item in list: body]`, or `[for (item, index) in list: if (condition) body]`. */
export interface Loop {
  readonly kind: 'loop'
  readonly item: string
  readonly index: string | undefined
  readonly list: Expression
  readonly condition: Expression | undefined
  readonly body: Expression
}

export interface Entry {
  readonly key: Expression
  readonly value: Expression
}

/** What an expression is made of, one level down. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'name':
      return []
    case 'text':
      return expression.parts.filter((part) => typeof part !== 'string')
    case 'object':
      return expression.entries.flatMap(({ key, value }) => [key, value])
    case 'array':
      return expression.items
    case 'loop':
      return [expression.list, ...(expression.condition ? [expression.condition] : []), expression.body]
    case 'call':
      return expression.args
    case 'member':
    case 'child':
      return [expression.target]
    case 'index':
      return [expression.target, expression.index]
    case 'unary':
      return [expression.argument]
    case 'binary':
      return [expression.left, expression.right]
    case 'choice':
      return [expression.condition, expression.yes, expression.no]
  }
}

/** An expression and everything in it. */
export const within = (expression: Expression): readonly Expression[] => [
  expression,
  ...partsOf(expression).flatMap(within),
]

/** The value of a text without interpolation; undefined for anything else. */
export const plainText = (expression: Expression | undefined): string | undefined =>
  expression?.kind === 'literal' && typeof expression.value === 'string' ? expression.value : undefined
