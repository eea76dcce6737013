import { diagnose, InfraError, type Diagnosis } from '@infra-analysis/core'
import { parseOptions } from '../args.ts'
import { jsonText } from '../formats/json-text.ts'
import { print } from '../io.ts'
import { lookOf } from '../look.ts'
import { measureFor } from '../text/width.ts'
import { noArguments } from './arguments.ts'
import { placeToDiagnose } from './doctor/place.ts'
import { checklist } from './doctor/text.ts'
import { doctorOptions, type Call } from './index.ts'

/** Shows what analyses rest on and whether each can run. Throws InfraError with the code of the gravest thing that is missing. */
export async function run({ name, argv, io }: Call): Promise<void> {
  const { values, positionals } = parseOptions(argv, doctorOptions)
  noArguments(name, positionals)
  const diagnosis = await diagnose(await placeToDiagnose(values, io), { signal: io.signal })
  io.signal?.throwIfAborted()
  await measureFor(JSON.stringify(diagnosis))
  const look = lookOf(io.stdout, io.env)
  const json = () => [jsonText(diagnosis, look.isTerminal ? 2 : undefined)]
  print(io.stdout, values.format === 'json' ? json() : checklist(diagnosis, look))
  requireHealth(diagnosis)
}

function requireHealth({ code, verdicts }: Diagnosis): void {
  if (!code) return
  const names = (state: string) => verdicts.filter((verdict) => verdict.state === state).map(({ analysis }) => analysis)
  const [stopped, partial] = [names('cannot'), names('partly')]
  const message =
    stopped.length > 0 ? `Cannot run: ${stopped.join(', ')}` : `Something is missing from: ${partial.join(', ')}`
  throw new InfraError(code, message, 'What mends it stands below each check.')
}
