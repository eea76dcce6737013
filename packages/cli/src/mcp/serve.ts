import { once } from 'node:events'
import { print, type Io } from '../io.ts'
import type { ValuesOf } from '../options.ts'
import { invalid } from '../usage.ts'
import { version } from '../version.ts'
import { givenPlace, placeFrom } from './environment.ts'
import { hostOf, type Host } from './host.ts'
import type { serveOptions } from './options.ts'
import { buildServer } from './server.ts'
import { noLog, openSessionLog, type SessionLog } from './session-log.ts'
import { serveOverStdio } from './stdio.ts'
import { terminable } from './terminable.ts'

type Values = ValuesOf<typeof serveOptions>

/** Serves the analyses to agents until their client goes or the process is asked to end. Throws InvalidInput for options that do not fit together. */
export async function serve(values: Values, io: Io): Promise<void> {
  checkTransport(values)
  const given = givenPlace(values)
  if (values['print-config'] && !values.http) {
    const { startedConfig } = await import('./client-config.ts')
    const logging = values['log-dir'] === undefined ? [] : ['--log-dir', values['log-dir']]
    return print(io.stdout, startedConfig(given, logging))
  }
  const ending = { ...io, signal: terminable(io.signal) }
  const log = await openLog(values['log-dir'] ?? io.env['INFRA_LOG_DIR'])
  try {
    const host = hostOf(placeFrom(given, io.env), ending, log)
    await (values.http ? overHttp(host, values, ending) : overStdio(host, ending))
  } finally {
    log.end()
  }
}

function checkTransport({ http, port, host, socket }: Values): void {
  if (!http && (port ?? host ?? socket) !== undefined) {
    throw invalid('--port, --host or --socket is given without --http', 'Add --http.')
  }
  if (socket !== undefined && (port ?? host) !== undefined) {
    throw invalid('Both a socket and a port are given', 'Give --socket, or --host and --port.')
  }
}

async function openLog(folder: string | undefined): Promise<SessionLog> {
  if (!folder) return noLog
  try {
    return await openSessionLog(folder, version())
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw invalid(`The log cannot be kept in '${folder}' (${code})`, 'Give another --log-dir, or none.')
  }
}

async function overStdio(host: Host, { stderr, signal }: Io): Promise<void> {
  const { stdin, stdout } = process
  if (stdin.isTTY)
    print(stderr, ['An MCP client speaks on the standard streams; Ctrl-C ends. See infra-cli mcp --help.'])
  await serveOverStdio(() => buildServer(host), { stdin, stdout, signal, onError: host.log.trouble })
}

async function overHttp(host: Host, values: Values, { stdout, stderr, signal }: Io): Promise<void> {
  const { serveOverHttp } = await import('./http/serve.ts')
  const { socket, port = 0, host: name = '127.0.0.1' } = values
  const address = socket === undefined ? { host: name, port } : { socket }
  const { close, ...found } = await serveOverHttp(() => buildServer(host), { address, onError: host.log.trouble })
  try {
    print(stderr, [JSON.stringify(found)])
    if (values['print-config']) {
      const { runningConfig } = await import('./client-config.ts')
      print(stdout, runningConfig(values, found))
    }
    if (signal && !signal.aborted) await once(signal, 'abort')
  } finally {
    await close()
  }
}
