import type { Expression } from './expression.ts'

/**
 * A flat piece of an expression, in the order of the text. The grammar binds access weakest, so that `!a.b` comes as
 * `(!a).b`; flat pieces have no such shape.
 */
export type Token =
  | { readonly operand: Expression }
  | { readonly operator: string; readonly line: number }
  /** Access that belongs to the operand before it. */
  | { readonly access: (target: Expression) => Expression }

const levels: readonly (readonly string[])[] = [
  ['??'],
  ['||'],
  ['&&'],
  ['==', '!=', '=~', '!~'],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
]

/** Builds the expression anew by Bicep's own precedence. Throws SyntaxError for pieces that make none. */
export function expressionOf(tokens: readonly Token[]): Expression {
  let at = 0

  const isNext = (operators: readonly string[]): boolean => {
    const token = tokens[at]
    return token !== undefined && 'operator' in token && operators.includes(token.operator)
  }

  const take = (): string => {
    const token = tokens[at++]
    if (token && 'operator' in token) return token.operator
    throw new SyntaxError('An operator is missing')
  }

  const choice = (): Expression => {
    const condition = binary(0)
    if (!isNext(['?'])) return condition
    take()
    const yes = choice()
    if (take() !== ':') throw new SyntaxError("A ':' is missing")
    return { kind: 'choice', condition, yes, no: choice(), line: condition.line }
  }

  const binary = (level: number): Expression => {
    const operators = levels[level]
    if (!operators) return unary()
    let left = binary(level + 1)
    while (isNext(operators)) {
      const operator = take()
      left = { kind: 'binary', operator, left, right: binary(level + 1), line: left.line }
    }
    return left
  }

  const unary = (): Expression => {
    if (!isNext(['!', '-'])) return operand()
    const operator = take()
    const argument = unary()
    return { kind: 'unary', operator, argument, line: argument.line }
  }

  const operand = (): Expression => {
    const token = tokens[at++]
    if (!token || !('operand' in token)) throw new SyntaxError('A value is missing')
    let value = token.operand
    for (let next = tokens[at]; next && 'access' in next; next = tokens[++at]) value = next.access(value)
    return value
  }

  const whole = choice()
  if (at < tokens.length) throw new SyntaxError('Two values stand side by side')
  return whole
}
