import type { BicepFile } from '../bicep/declarations.ts'
import { plainText, within } from '../bicep/expression.ts'
import { expressionsOf } from '../bicep/expressions-of.ts'
import type { Finding } from '../finding.ts'
import type { FileRule } from '../project.ts'

const types = new Set(['string', 'int', 'bool', 'object', 'array'])
const decorators = new Set(['description', 'allowed', 'minValue', 'maxValue', 'minLength', 'maxLength', 'secure'])
const scopes = new Set(['resourceGroup', 'subscription', 'managementGroup'])

/** Types, decorators and scopes are words of Bicep, and a choice is compared with what may be chosen. */
export const words: FileRule = ({ bicep }) => [...bicep.values()].flatMap(inFile)

function inFile(file: BicepFile): readonly Finding[] {
  const finding = (line: number, message: string): Finding => ({ rule: 'words', file: file.path, line, message })
  const typed = [...file.parameters, ...file.outputs]
  return [
    ...(scopes.has(file.targetScope) ? [] : [finding(1, `'${file.targetScope}' is no scope`)]),
    ...typed
      .filter(({ type }) => !types.has(type))
      .map(({ line, type }) => finding(line, `'${type}' is no type that this checker knows`)),
    ...typed.flatMap(({ line, decorators: used }) =>
      [...used.keys()]
        .filter((name) => !decorators.has(name))
        .map((name) => finding(line, `'@${name}' is no decorator that this checker knows`)),
    ),
    ...wrongChoices(file).map(({ line, message }) => finding(line, message)),
  ]
}

function wrongChoices(file: BicepFile): readonly { readonly line: number; readonly message: string }[] {
  const choices = new Map(
    file.parameters.flatMap(({ name, decorators: used }) => {
      const [allowed] = used.get('allowed') ?? []
      return allowed?.kind === 'array' ? [[name, allowed.items.map(plainText)] as const] : []
    }),
  )
  return expressionsOf(file)
    .flatMap(within)
    .flatMap((one) => {
      if (one.kind !== 'binary' || one.left.kind !== 'name') return []
      const allowed = choices.get(one.left.name)
      const value = plainText(one.right)
      if (!allowed || value === undefined || allowed.includes(value)) return []
      return [{ line: one.line, message: `'${one.left.name}' is never '${value}'` }]
    })
}
