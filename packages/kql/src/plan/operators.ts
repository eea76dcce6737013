const textMatches = ['Has', 'Contains', 'StartsWith', 'EndsWith', 'HasPrefix', 'HasSuffix'].flatMap((name) => [
  [`${name}Expression`, name.toLowerCase()],
  [`${name}CsExpression`, `${name.toLowerCase()}_cs`],
  [`Not${name}Expression`, `!${name.toLowerCase()}`],
  [`Not${name}CsExpression`, `!${name.toLowerCase()}_cs`],
])

/** Syntax kinds of binary operators and their KQL spelling. */
export const binaryOperators: Readonly<Record<string, string>> = {
  AddExpression: '+',
  SubtractExpression: '-',
  MultiplyExpression: '*',
  DivideExpression: '/',
  ModuloExpression: '%',
  EqualExpression: '==',
  NotEqualExpression: '!=',
  LessThanExpression: '<',
  LessThanOrEqualExpression: '<=',
  GreaterThanExpression: '>',
  GreaterThanOrEqualExpression: '>=',
  EqualTildeExpression: '=~',
  BangTildeExpression: '!~',
  AndExpression: 'and',
  OrExpression: 'or',
  MatchesRegexExpression: 'matches regex',
  ...Object.fromEntries(textMatches),
}

/** Syntax kinds of operators over a list; the parser names the forms that ignore case the wrong way round. */
export const listOperators: Readonly<Record<string, string>> = {
  InExpression: 'in',
  InCsExpression: 'in~',
  NotInExpression: '!in',
  NotInCsExpression: '!in~',
  HasAnyExpression: 'has_any',
  HasAllExpression: 'has_all',
}

/** Syntax kinds of operators over a range. */
export const rangeOperators: Readonly<Record<string, string>> = {
  BetweenExpression: 'between',
  NotBetweenExpression: '!between',
}
