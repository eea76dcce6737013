import { kqlOf, type Analysis } from '@infra-analysis/core'
import { jsonText } from '../formats/json-text.ts'
import { print, type Io } from '../io.ts'
import { lookOf } from '../look.ts'
import type { common, ValuesOf } from '../options.ts'
import { openPlace, scopeOf } from '../source.ts'

interface Wanted {
  readonly analysis: Analysis
  readonly input: Readonly<Record<string, unknown>>
  readonly view: string
  readonly values: ValuesOf<typeof common>
  readonly io: Io
}

/** Prints the queries that a run would send, ready to paste; as JSON by name. Nothing is asked. */
export async function showKql({ analysis, input, view, values, io }: Wanted): Promise<void> {
  scopeOf(values)
  const asOf = values.sandbox ? (await (io.open ?? openPlace)(values, io.signal, io.env)).source.now() : new Date()
  const queries = kqlOf(analysis, input, asOf, view)
  if (values.format === 'json') {
    const { isTerminal } = lookOf(io.stdout, io.env)
    print(io.stdout, [
      jsonText(Object.fromEntries(queries.map(({ name, kql }) => [name, kql])), isTerminal ? 2 : undefined),
    ])
  } else {
    print(io.stdout, [
      queries.map(({ name, engine, kql }) => `// ${analysis.id}: ${name} (${engine})\n${kql.trimEnd()}`).join('\n\n'),
    ])
  }
  const named = ((input['machines'] ?? []) as readonly string[]).filter((machine) => !machine.startsWith('/'))
  if (named.length > 0) print(io.stderr, [`A run puts the resource ids of ${named.join(', ')} in their place.`])
}
