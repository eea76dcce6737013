import { inspect } from 'node:util'
import { z } from 'zod'
import { commandLine } from '../../cli/src/command-line.ts'
import { type Analysis, type Answer, catalog, columnsOf, queriesOf, type View } from '../src/index.ts'
import type { Query } from '../src/kql/query.ts'
import { serviceOf } from '../src/sources/azure-errors.ts'
import { figures, shown } from './golden.ts'
import { code, fenced, folded, list, table } from './markdown.ts'
import { readBy } from './reads.ts'

/** The list of all analyses. */
export const index = (): string =>
  page([
    '# Analyses',
    'Each is a command of `infra-cli` and a call of the library. These pages derive from the declarations in `packages/core/src/analyses/`.',
    table(
      ['analysis', 'what it does', 'views', 'asks'],
      catalog.map(({ id, description, views, engine }) => [
        `[${id}](${id}.md)`,
        `${description.split('. Use this when')[0]}.`,
        Object.keys(views).join(', '),
        serviceOf[engine],
      ]),
    ),
  ])

/** The page about an analysis, with its answer to its first example. */
export function pageAbout(analysis: Analysis, answer: Answer): string {
  const { id, title, description, main, views, states, examples, rights, keeps } = analysis
  return page([
    `# ${title}`,
    description,
    fenced('sh', examples.map((one) => `# ${one.title}\n${commandLine(analysis, one.input, '--sandbox')}`).join('\n')),
    'As calls of the library, with `fleet` from `connect(source, scope)`:',
    fenced('ts', examples.map((one) => `// ${one.title}\nawait ${call(id, one.input)}`).join('\n')),

    '## An answer',
    `${examples[0]?.title}, in the sample fleet: ${answer.summary.headline}`,
    figures(answer),
    answer.rows.length > 5 ? `The first 5 of ${answer.rows.length} rows:` : `${answer.rows.length} rows:`,
    shown(answer.rows.slice(0, 5), views[main]?.brief ?? []),

    '## Inputs',
    'All are optional. On the command line `resourceGroups` is `--resource-groups`, and so on.',
    table(['input', 'type', 'default', 'meaning'], inputs(analysis)),

    '## Views',
    table(
      ['view', 'what a row is'],
      Object.entries(views).map(([name, view]) => [
        name === main ? `${code(name)} (default)` : code(name),
        view.description,
      ]),
    ),
    ...Object.entries(views).flatMap(([name, view]) => [`### Columns of ${code(name)}`, columns(view)]),

    '## Coverage',
    'The answer says in which of these states each resource is. A gap is a resource of which nothing trustworthy is known.',
    table(
      ['state', 'gap', 'meaning'],
      Object.entries(states).map(([name, { gap, meaning }]) => [code(name), gap ? 'yes' : 'no', meaning]),
    ),

    '## Data',
    keeps,
    `Names of machines are looked up in ${serviceOf['resource-graph']}. The rest:`,
    table(['query', 'asks', 'reads'], queriesOf(analysis).map(reading)),

    '## Rights',
    `${roles[analysis.engine]} A custom role needs these actions, which are taken from the documentation and not tried on a tenant:`,
    list(rights.map(code)),

    '## Queries',
    ...queriesOf(analysis).map(({ name, kql }) => folded(name, fenced('kusto', kql))),
  ])
}

const page = (parts: readonly string[]): string => `${parts.join('\n\n')}\n`

const roles = {
  'resource-graph': 'The role Reader on the subscriptions is enough.',
  'log-analytics': 'The roles Log Analytics Reader on the workspace and Reader on the subscriptions are enough.',
}

const call = (id: string, input: object): string =>
  Object.keys(input).length === 0 ? `fleet.run('${id}')` : `fleet.run('${id}', ${literal(input)})`

function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value !== 'object' || value === null) return inspect(value)
  return `{ ${Object.entries(value)
    .map(([key, part]) => `${key}: ${literal(part)}`)
    .join(', ')} }`
}

const columns = ({ row }: View): string =>
  table(
    ['column', 'type', 'unit', 'meaning'],
    columnsOf(row).map(({ name, type, unit, description }) => [code(name), type, unit ?? '', description]),
  )

const reading = (query: Query) => [code(query.name), serviceOf[query.engine], readBy(query).map(code).join(', ')]

type Field = z.core.JSONSchema.BaseSchema

const inputs = ({ input }: Analysis) =>
  Object.entries(z.toJSONSchema(input, { io: 'input' }).properties ?? {}).map(([name, schema]) => {
    const field = schema as Field
    const byDefault = String(field.default) === '' ? '' : code(literal(field.default))
    return [code(name), typeOf(field), byDefault, field.description]
  })

function typeOf({ type, items, enum: words, minimum, maximum }: Field): string {
  if (type === 'array') return `list of ${typeOf(items as Field)}`
  if (words) return words.map((word) => code(String(word))).join(', ')
  if (type === 'number') return `number, ${minimum} to ${maximum}`
  return type === 'boolean' ? 'true or false' : 'text'
}
