import { inspect } from 'node:util'
import { commandLine } from '../../cli/src/command-line.ts'
import { type Analysis, type Answer, catalog, queriesOf } from '../src/index.ts'
import type { Query } from '../src/kql/query.ts'
import { serviceOf } from '../src/sources/azure-errors.ts'
import { aboutCoverage, aboutInputs, aboutRights, aboutViews } from '../src/tools/docs.ts'
import { code, fenced, table } from '../src/tools/markdown.ts'
import { figures, shown } from './golden.ts'
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
  const { id, title, description, main, views, examples, keeps } = analysis
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

    ...aboutInputs(analysis),
    ...aboutViews(analysis),
    ...aboutCoverage(analysis),

    '## Data',
    keeps,
    `Names of machines are looked up in ${serviceOf['resource-graph']}. The rest:`,
    table(['query', 'asks', 'reads'], queriesOf(analysis).map(reading)),

    ...aboutRights(analysis),

    '## Queries',
    ...queriesOf(analysis).map(({ name, kql }) => folded(name, fenced('kusto', kql))),
  ])
}

const folded = (title: string, text: string): string =>
  `<details>\n<summary>${title}</summary>\n\n${text}\n\n</details>`

const page = (parts: readonly string[]): string => `${parts.join('\n\n')}\n`

const call = (id: string, input: object): string =>
  Object.keys(input).length === 0 ? `fleet.run('${id}')` : `fleet.run('${id}', ${literal(input)})`

function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value !== 'object' || value === null) return inspect(value)
  return `{ ${Object.entries(value)
    .map(([key, part]) => `${key}: ${literal(part)}`)
    .join(', ')} }`
}

const reading = (query: Query) => [code(query.name), serviceOf[query.engine], readBy(query).map(code).join(', ')]
