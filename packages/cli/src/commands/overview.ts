import { catalog, run as ask, type Analysis, type Answer, type Place } from '@infra-analysis/core'
import { parseOptions } from '../args.ts'
import { print, type Io } from '../io.ts'
import { lookOf } from '../look.ts'
import { evidenceOf } from '../notes/evidence.ts'
import { openPlace } from '../source.ts'
import { measureFor } from '../text/width.ts'
import { noArguments } from './arguments.ts'
import { overviewOptions, type Call } from './index.ts'
import { overviewJson } from './overview/json.ts'
import { remembering } from './overview/remembering.ts'
import { suggestions } from './overview/suggestions.ts'
import { overviewText } from './overview/text.ts'
import { requireComplete } from './require-complete.ts'

/** An analysis with its answer, or with what kept it from answering. */
export type Outcome =
  | { readonly analysis: Analysis; readonly answer: Answer }
  | { readonly analysis: Analysis; readonly error: unknown }

/** Runs every analysis and shows each in brief; one that fails does not hide the others, but fails the command. */
export async function run({ name, argv, io }: Call): Promise<void> {
  const { values, positionals } = parseOptions(argv, overviewOptions)
  const look = lookOf(io.stdout, io.env)
  noArguments(name, positionals)
  const { source, scope } = await (io.open ?? openPlace)(values, io.signal, io.env)
  const place = { source: remembering(source), scope }
  const outcomes = await Promise.all(catalog.map((analysis) => outcomeOf(analysis, place, io)))
  io.signal?.throwIfAborted()
  const answers = outcomes.flatMap((outcome) => ('answer' in outcome ? [outcome.answer] : []))
  await measureFor(JSON.stringify(answers.map(({ summary }) => summary)))

  print(io.stdout, values.format === 'json' ? overviewJson(place, outcomes, look) : overviewText(place, outcomes, look))
  const notes = lookOf(io.stderr, io.env)
  if (values.format !== 'json') print(io.stderr, suggestions(outcomes, values, notes))
  if (values.verbose) for (const answer of answers) print(io.stderr, evidenceOf(answer, notes))
  for (const outcome of outcomes) if ('error' in outcome) throw outcome.error
  if (values['require-complete']) requireComplete(answers)
}

async function outcomeOf(analysis: Analysis, place: Place, { signal }: Io): Promise<Outcome> {
  try {
    return { analysis, answer: await ask(analysis, {}, place, { signal }) }
  } catch (error) {
    return { analysis, error }
  }
}
