import type { BicepFile, Named } from '../bicep/declarations.ts'
import { type Expression, partsOf, within } from '../bicep/expression.ts'
import { expressionsOf } from '../bicep/expressions-of.ts'
import { functions } from '../deploy/functions.ts'
import type { Finding } from '../finding.ts'
import type { FileRule } from '../project.ts'

/** Every name that is used is declared, once; every one that is declared is used; every function is known. */
export const names: FileRule = ({ bicep }) => [...bicep.values()].flatMap(inFile)

function inFile(file: BicepFile): readonly Finding[] {
  const finding = (line: number, message: string): Finding => ({ rule: 'names', file: file.path, line, message })
  const declared = declarationsOf(file)
  const declaredNames = new Set(declared.map(({ name }) => name))
  const expressions = expressionsOf(file)
  const used = expressions.flatMap((expression) => usesIn(expression, new Set()))
  const usedNames = new Set(used.map(({ name }) => name))
  const calls = expressions.flatMap(within).filter((one) => one.kind === 'call')
  return [
    ...used
      .filter(({ name }) => !declaredNames.has(name))
      .map(({ name, line }) => finding(line, `'${name}' is not declared`)),
    ...declared
      .filter(({ name }, at) => declared.findIndex((other) => other.name === name) < at)
      .map(({ name, line }) => finding(line, `'${name}' is declared twice`)),
    ...mustBeUsed(file)
      .filter(({ name }) => !usedNames.has(name))
      .map(({ name, line }) => finding(line, `'${name}' is not used`)),
    ...calls
      .filter(({ name }) => !functions.has(name))
      .map(({ name, line }) => finding(line, `There is no function '${name}' that this checker knows`)),
    ...expressions
      .flatMap(within)
      .flatMap((one) => repeatedKeys(one).map((key) => finding(one.line, `'${key}' stands twice in an object`))),
  ]
}

/** Names of one file share one space; those of resources within resources have their own. */
const declarationsOf = (file: BicepFile): readonly Named[] => [
  ...file.parameters,
  ...file.variables,
  ...file.resources.filter((one) => !one.within),
  ...file.modules,
]

/** What is there only to be used: a resource or a module has its effect by itself. */
const mustBeUsed = (file: BicepFile): readonly Named[] => [
  ...file.parameters,
  ...file.variables,
  ...file.resources.filter((one) => one.existing && !one.within),
]

/** Names that an expression takes from outside of it. */
function usesIn(expression: Expression, locals: ReadonlySet<string>): readonly Named[] {
  if (expression.kind === 'name') return locals.has(expression.name) ? [] : [expression]
  if (expression.kind !== 'loop') return partsOf(expression).flatMap((part) => usesIn(part, locals))
  const { item, index, list, condition, body } = expression
  const inner = new Set([...locals, item, ...(index ? [index] : [])])
  const looped = condition ? [condition, body] : [body]
  return [...usesIn(list, locals), ...looped.flatMap((part) => usesIn(part, inner))]
}

function repeatedKeys(expression: Expression): readonly string[] {
  if (expression.kind !== 'object') return []
  const keys = expression.entries.flatMap(({ key }) => (key.kind === 'literal' ? [String(key.value)] : []))
  return keys.filter((key, at) => keys.indexOf(key) < at)
}
