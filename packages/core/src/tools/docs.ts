import { z } from 'zod'
import { type Analysis, queriesOf } from '../analysis.ts'
import { columnsOf } from '../columns.ts'
import type { View } from '../view.ts'
import { code, fenced, list, table } from './markdown.ts'
import { toolName } from './name.ts'

/** The page about an analysis for agents, as Markdown: purpose, inputs, columns, what its states mean, rights and queries. */
export const docsOf = (analysis: Analysis): string =>
  [
    `# ${analysis.title}`,
    analysis.description,
    `Tool ${code(toolName(analysis.id))}.`,
    ...aboutInputs(analysis),
    ...aboutViews(analysis),
    ...aboutCoverage(analysis),
    '## Data',
    analysis.keeps,
    ...aboutRights(analysis),
    '## Queries',
    ...queriesOf(analysis).map(({ kql }) => fenced('kusto', kql)),
  ].join('\n\n')

/** The inputs, in a section. */
export const aboutInputs = (analysis: Analysis): readonly string[] => [
  '## Inputs',
  'All are optional. On the command line `resourceGroups` is `--resource-groups`, and so on.',
  table(['input', 'type', 'default', 'meaning'], inputs(analysis)),
]

/** The views and their columns, in a section. */
export const aboutViews = ({ views, main }: Analysis): readonly string[] => [
  '## Views',
  table(
    ['view', 'what a row is'],
    Object.entries(views).map(([name, view]) => [
      name === main ? `${code(name)} (default)` : code(name),
      view.description,
    ]),
  ),
  ...Object.entries(views).flatMap(([name, view]) => [`### Columns of ${code(name)}`, columns(view)]),
]

/** What the states of the coverage mean, in a section. */
export const aboutCoverage = ({ states }: Analysis): readonly string[] => [
  '## Coverage',
  'The answer says in which of these states each resource is. A gap is a resource of which nothing trustworthy is known.',
  table(
    ['state', 'gap', 'meaning'],
    Object.entries(states).map(([name, { gap, meaning }]) => [code(name), gap ? 'yes' : 'no', meaning]),
  ),
]

/** The rights that its queries need, in a section. */
export const aboutRights = ({ engine, rights }: Analysis): readonly string[] => [
  '## Rights',
  `${roles[engine]} A custom role needs these actions, which are taken from the documentation and not tried on a tenant:`,
  list(rights.map(code)),
]

const roles = {
  'resource-graph': 'The role Reader on the subscriptions is enough.',
  'log-analytics': 'The roles Log Analytics Reader on the workspace and Reader on the subscriptions are enough.',
}

const columns = ({ row }: View): string =>
  table(
    ['column', 'type', 'unit', 'meaning'],
    columnsOf(row).map(({ name, type, unit, description }) => [code(name), type, unit ?? '', description]),
  )

type Field = z.core.JSONSchema.BaseSchema

const inputs = ({ input }: Analysis) =>
  Object.entries(z.toJSONSchema(input, { io: 'input' }).properties ?? {}).map(([name, schema]) => {
    const field = schema as Field
    const byDefault = String(field.default) === '' ? '' : code(JSON.stringify(field.default))
    return [code(name), typeOf(field), byDefault, field.description]
  })

function typeOf({ type, items, enum: words, minimum, maximum }: Field): string {
  if (type === 'array') return `list of ${typeOf(items as Field)}`
  if (words) return words.map((word) => code(String(word))).join(', ')
  if (type === 'number') return `number, ${minimum} to ${maximum}`
  return type === 'boolean' ? 'true or false' : 'text'
}
