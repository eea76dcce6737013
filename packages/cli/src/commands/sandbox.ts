import { once } from 'node:events'
import { parseOptions } from '../args.ts'
import { print } from '../io.ts'
import { invalid } from '../usage.ts'
import { sandboxOptions, type Call } from './index.ts'
import { noArguments } from './arguments.ts'

/** Serves the sample fleet on loopback until the signal aborts. */
export async function run({ name, argv, io }: Call): Promise<void> {
  const { values, positionals } = parseOptions(argv, sandboxOptions)
  const [action, ...rest] = positionals
  if (action !== 'serve') throw invalid(`'${name}' does not say what to do`, `Say 'infra-cli ${name} serve'.`)
  noArguments(`${name} ${action}`, rest, `See 'infra-cli ${name} --help'.`)
  const { parseFaults, serve } = await import('@infra-analysis/sandbox/server')
  const faults = parseFaults((values.faults ?? []).join())
  const { 'sandbox-machines': machines, 'sandbox-seed': seed, port } = values
  const { url, token, close } = await serve({
    faults,
    ...(port !== undefined && { port }),
    ...(machines !== undefined && { machines }),
    ...(seed !== undefined && { seed }),
  })
  try {
    print(io.stderr, [JSON.stringify({ url, token })])
    print(io.stdout, [setting('INFRA_ENDPOINT', url), setting('INFRA_TOKEN', token)])
    if (io.signal && !io.signal.aborted) await once(io.signal, 'abort')
  } finally {
    await close()
  }
}

/** A line for the shell that sets an environment variable. */
const setting = (variable: string, value: string): string =>
  process.platform === 'win32' ? `$env:${variable} = '${value}'` : `export ${variable}='${value}'`
