import type { Project } from '../project.ts'
import { plainText } from '../bicep/expression.ts'
import type { Parameter } from '../bicep/declarations.ts'
import { readerRole } from '../reader-role.ts'
import { assignments } from './assignments.ts'
import { code, table } from './markdown.ts'

/** The text with what stands between each pair of markers made anew. */
export function regenerated(text: string, project: Project): string {
  return text.replaceAll(
    /(<!-- generated: (.+?) -->\n)[\s\S]*?(<!-- \/generated -->)/g,
    (_, start: string, what: string, end: string) => `${start}${part(what, project)}\n${end}`,
  )
}

function part(what: string, project: Project): string {
  switch (what) {
    case 'parameters':
      return parameters(project)
    case 'outputs':
      return outputs(project)
    case 'role assignments':
      return assignments(project)
    case 'reader role':
      return actions()
    default:
      throw new Error(`There is nothing called '${what}' to generate`)
  }
}

function parameters({ main, texts }: Project): string {
  const file = JSON.parse(texts.get('infra/main.parameters.json') ?? '{}') as {
    readonly parameters?: Readonly<Record<string, { readonly value: unknown }>>
  }
  return table(
    ['azd variable', 'parameter', 'default', 'meaning'],
    main.parameters.map((parameter) => {
      const variable = /\$\{(\w+)/.exec(String(file.parameters?.[parameter.name]?.value))?.[1]
      return [variable ? code(variable) : '–', code(parameter.name), defaultOf(parameter), descriptionOf(parameter)]
    }),
  )
}

function defaultOf({ default: byDefault, decorators }: Parameter): string {
  const [allowed] = decorators.get('allowed') ?? []
  const others = allowed?.kind === 'array' ? allowed.items.map(valueOf).join(', ') : ''
  if (!byDefault) return 'asked for'
  const shown =
    byDefault.kind === 'literal' ? valueOf(byDefault) : byDefault.kind === 'object' ? code('{}') : 'whoever deploys'
  return others ? `${shown} of ${others}` : shown
}

function valueOf(expression: Parameter['default']): string {
  if (expression?.kind !== 'literal') return ''
  return expression.value === '' ? 'empty' : code(String(expression.value))
}

const outputs = ({ main }: Project): string =>
  table(
    ['output', 'meaning'],
    main.outputs.map((output) => [code(output.name), descriptionOf(output)]),
  )

const descriptionOf = ({ decorators }: Pick<Parameter, 'decorators'>): string =>
  plainText(decorators.get('description')?.[0]) ?? ''

const actions = (): string =>
  table(
    ['action', 'needed by'],
    Object.entries(readerRole()).map(([action, analyses]) => [code(action), everyOr(analyses)]),
  )

const everyOr = (analyses: readonly string[]): string => {
  const all = new Set(Object.values(readerRole()).flat())
  return analyses.length === all.size ? 'every analysis' : analyses.map(code).join(', ')
}
