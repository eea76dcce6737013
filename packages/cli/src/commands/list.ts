import { catalog } from '@infra-analysis/core'
import { parseOptions } from '../args.ts'
import { jsonText } from '../formats/json-text.ts'
import { print } from '../io.ts'
import { lookOf } from '../look.ts'
import { firstSentence } from '../text/sentence.ts'
import { hanging } from '../text/wrap.ts'
import { padded } from '../text/width.ts'
import { listOptions, type Call } from './index.ts'
import { noArguments } from './arguments.ts'

/** Lists the analyses. */
export async function run({ name, argv, io }: Call): Promise<void> {
  const look = lookOf(io.stdout, io.env)
  const { values, positionals } = parseOptions(argv, listOptions)
  noArguments(name, positionals)
  const entries = catalog.map(({ id, title, engine, description }) => ({
    id,
    title,
    engine,
    summary: firstSentence(description),
  }))
  if (values.format === 'json') return print(io.stdout, [jsonText(entries, look.isTerminal ? 2 : undefined)])
  const [ids, engines] = [widest(entries.map(({ id }) => id)), widest(entries.map(({ engine }) => engine))]
  print(
    io.stdout,
    entries.flatMap(({ id, engine, summary }) =>
      hanging(
        `${look.style.cyan(padded(id, ids))}  ${look.style.dim(padded(engine, engines))}  `,
        ids + engines + 4,
        summary,
        look.width,
      ),
    ),
  )
}

const widest = (texts: readonly string[]): number => Math.max(...texts.map((text) => text.length))
