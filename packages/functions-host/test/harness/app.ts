import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { builtApp } from './built.ts'
import type { Binding } from './functions-core.ts'

/** Generous: the first test file to come builds the app, on whatever machine. */
export const startMs = 60_000

const worker = fileURLToPath(new URL('worker.ts', import.meta.url))

/** A line that reached the host's log. */
export interface LogLine {
  readonly level: string
  readonly category: string
  readonly message: string
  readonly invocationId?: string
}

/** The built app, running in a process of its own behind a stand-in of the Functions host. */
export interface RunningApp {
  readonly origin: string
  /** Where the MCP extension answers. */
  readonly mcp: URL
  readonly functions: readonly { readonly name: string; readonly bindings: Readonly<Record<string, Binding>> }[]
  /** What the host's log has so far. */
  readonly logs: readonly LogLine[]
  /** All that the process has printed so far. */
  printed(): string
  stop(): Promise<void>
}

type Message =
  | { readonly log: LogLine }
  | { readonly listening: { readonly port: number; readonly functions: RunningApp['functions'] } }

/** Starts the app on the sample fleet unless the settings say otherwise. Rejects with what it printed when it does not start. */
export async function startApp(settings: Readonly<Record<string, string>> = {}): Promise<RunningApp> {
  const env = { PATH: process.env['PATH'], INFRA_SOURCE: 'sandbox', ...settings }
  const child = fork(worker, [await builtApp()], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  const logs: LogLine[] = []
  const { functions, port } = await new Promise<{ port: number; functions: RunningApp['functions'] }>(
    (resolve, reject) => {
      child.on('message', (message: Message) => {
        if ('log' in message) logs.push(message.log)
        else resolve(message.listening)
      })
      child.once('close', () => reject(new Error(`The app did not start: ${printed}`)))
    },
  )
  const origin = `http://127.0.0.1:${port}`
  return {
    origin,
    mcp: new URL('/runtime/webhooks/mcp', origin),
    functions,
    logs,
    printed: () => printed,
    stop: () => stopped(child),
  }
}

async function stopped(child: ChildProcess): Promise<void> {
  const closed = once(child, 'close')
  child.kill()
  await closed
}
