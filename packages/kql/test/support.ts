import { items, loadParser } from '../src/front/bridge.ts'
import { parse } from '../src/front/parse.ts'
import { aggregates } from '../src/exec/aggregates/index.ts'
import { controlFlow } from '../src/exec/control-flow.ts'
import { functions } from '../src/exec/functions/index.ts'
import { windowFunctions } from '../src/exec/windows.ts'
import { check, type Dialect } from '../src/index.ts'
import { specials } from '../src/plan/functions.ts'
import { sources } from '../src/plan/sources.ts'
import { plugins } from '../src/plan/verbs/evaluate.ts'
import { verbs } from '../src/plan/verbs/index.ts'

const dialects: readonly Dialect[] = ['kusto', 'log-analytics', 'resource-graph']

interface Named {
  readonly Name: string
}

/** What the official analyzer lists of the language. */
interface Language {
  readonly Functions: { readonly All: unknown }
  readonly Aggregates: { readonly All: unknown }
  readonly PlugIns: { readonly All: unknown }
  readonly Syntax: {
    readonly SyntaxKind: Readonly<Record<string, unknown>>
    readonly SyntaxFacts: { GetText(kind: number): string }
  }
}

const language = (): Language => loadParser().kusto as unknown as Language

// Two underscores stand before what is the service's own.
const namesIn = (list: unknown): string[] =>
  [...new Set(items<Named>(list).map(({ Name: name }) => name))].filter((name) => !name.startsWith('__')).toSorted()

const table = { T: [{ name: 'a', type: 'long' }] } as const

/** The places of a query that a dialect refuses; the analyzer's own findings do not count. */
const refusedPlaces = (dialect: Dialect, query: string): Set<number> =>
  new Set(
    check(query, table, dialect)
      .diagnostics.filter(({ code }) => !code.startsWith('KS'))
      .map(({ start }) => start),
  )

type State = (name: string, dialect: Dialect) => string

/** States of names, each called in a query's place of its own. */
function statesOf(names: readonly string[], isSupported: (name: string) => boolean, before: string): State {
  let text = before
  const places = new Map(
    names.map((name) => {
      const start = text.length
      text += `${name}(), `
      return [name, start]
    }),
  )
  const refused = new Map(dialects.map((dialect) => [dialect, refusedPlaces(dialect, text)]))
  return (name, dialect) => {
    if (refused.get(dialect)?.has(places.get(name) ?? -1)) return 'refused by the service'
    return isSupported(name) ? 'yes' : 'unsupported'
  }
}

const known = (...registries: readonly object[]): ((name: string) => boolean) => {
  const names = new Set(registries.flatMap(Object.keys))
  return (name) => names.has(name)
}

const piped = (name: string): string => `T | ${name}`

/** The syntax kind of the operator that a word begins, `''` when it begins none. */
const operatorKind = (name: string): string => {
  const query = piped(name)
  const { operators } = check(query, table)
  if (!operators.includes(name)) return ''
  const nodes = parse(query, table).root.all()
  return nodes.find(({ kind, at }) => kind.endsWith('Operator') && at.start === query.lastIndexOf(name))?.kind ?? ''
}

function operatorNames(): string[] {
  const { SyntaxKind: kinds, SyntaxFacts: facts } = language().Syntax
  const words = Object.entries(kinds).flatMap(([name, kind]) =>
    name.endsWith('Keyword') && typeof kind === 'number' ? [facts.GetText(kind)] : [],
  )
  return [...new Set(words)].filter((word) => !word.startsWith('__') && operatorKind(word) !== '').toSorted()
}

function tableOf(what: string, names: readonly string[], state: State): string {
  const rows = names.map((name) => `| \`${name}\` | ${dialects.map((dialect) => state(name, dialect)).join(' | ')} |`)
  return [`| ${what} | ${dialects.join(' | ')} |`, '|---|---|---|---|', ...rows].join('\n')
}

const scalars = 'T | extend '

/** The tables of `docs/kql-support.md` by the name in their markers. */
export const supportTables: Readonly<Record<string, () => string>> = {
  operators: () => {
    const isKnown = known(verbs, sources)
    return tableOf('operator', operatorNames(), (name, dialect) => {
      const query = piped(name)
      if (refusedPlaces(dialect, query).has(query.lastIndexOf(name))) return 'refused by the service'
      return isKnown(operatorKind(name)) ? 'yes' : 'unsupported'
    })
  },
  functions: () => {
    const names = namesIn(language().Functions.All)
    return tableOf(
      'function',
      names,
      statesOf(names, known(functions, controlFlow, specials, windowFunctions), scalars),
    )
  },
  aggregates: () => {
    const names = namesIn(language().Aggregates.All)
    return tableOf('aggregate', names, statesOf(names, known(aggregates), scalars))
  },
  plugins: () => {
    const isKnown = known(plugins)
    return tableOf('plugin', namesIn(language().PlugIns.All), (name, dialect) => {
      const query = piped(`evaluate ${name}()`)
      if (refusedPlaces(dialect, query).size > 0) return 'refused by the service'
      return isKnown(name) ? 'yes' : 'unsupported'
    })
  },
}
