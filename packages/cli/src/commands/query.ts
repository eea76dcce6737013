import { tables, type Engine } from '@infra-analysis/core'
import { parseOptions } from '../args.ts'
import { withOutput } from '../file.ts'
import { print, type Io } from '../io.ts'
import { lookOf } from '../look.ts'
import { evidenceOf } from '../notes/evidence.ts'
import { warnings } from '../notes/warnings.ts'
import type { ValuesOf } from '../options.ts'
import { openPlace } from '../source.ts'
import { measureFor } from '../text/width.ts'
import { queryOptions, type Call } from './index.ts'
import { ask } from './query/ask.ts'
import { diagnosticLines } from './query/diagnostics.ts'
import { engineFor } from './query/engine.ts'
import { checkedJson, facts } from './query/facts.ts'
import { kqlFrom } from './query/kql.ts'
import { refusal } from './query/refusal.ts'
import { show } from './query/show.ts'
import { requireComplete } from './require-complete.ts'

/** Checks a query and, unless that is all that is wanted, runs it and shows its rows. */
export async function run({ argv, io }: Call): Promise<void> {
  const { values, positionals } = parseOptions(argv, queryOptions)
  const kql = await kqlFrom(positionals, values.file, io)
  await withOutput(values.output, io, (to) => answer(kql, values, to))
}

async function answer(kql: string, values: ValuesOf<typeof queryOptions>, io: Io): Promise<void> {
  const { check } = await import('@infra-analysis/kql')
  const checkFor = (one: Engine) => check(kql, tables[one], one)
  const engine = values.engine ?? engineFor(checkFor)
  const checked = checkFor(engine)
  const [look, notes] = [lookOf(io.stdout, io.env), lookOf(io.stderr, io.env)]
  const isJson = values.format === 'json'
  const refused = refusal(kql, checked, engine)

  if (checked.diagnostics.length > 0) await measureFor(kql)
  print(io.stderr, diagnosticLines(kql, checked.diagnostics, notes))
  if (values.check && isJson) print(io.stdout, checkedJson(checked, engine, look))
  if (refused) throw refused
  if (values.check && !isJson) print(io.stdout, facts(checked, engine, look))
  if (values.check) return

  const place = await (io.open ?? openPlace)(values, io.signal, io.env)
  const asking = ask(place, { engine, kql, signal: io.signal }, values.limit)
  await show(asking, values, io)
  if (asking.hasMore()) print(io.stderr, [notes.style.dim('… and more rows (--limit)')])
  if (!isJson) print(io.stderr, warnings({ warnings: asking.gaps }, notes))
  if (values.verbose) print(io.stderr, evidenceOf({ asOf: asking.asOf, evidence: [asking.evidence()] }, notes))
  if (values['require-complete']) requireComplete([{ analysis: 'query', complete: asking.gaps.length === 0 }])
}
