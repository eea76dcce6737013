import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'

const bin = fileURLToPath(new URL('../src/bin.ts', import.meta.url))

const reporter = `
  import { writeSync } from 'node:fs'
  import { registerHooks } from 'node:module'
  registerHooks({
    resolve(specifier, context, next) {
      const resolved = next(specifier, context)
      writeSync(2, resolved.url + '\\n')
      return resolved
    },
  })`

/** A running process, and how it ends. */
export interface Running {
  readonly child: ChildProcessByStdio<Writable, Readable, Readable>
  readonly ended: Promise<{ readonly status: number | null; readonly signal: string | null }>
}

/** Starts Node.js with these arguments, without colour. */
export function start(...argv: readonly string[]): Running {
  const child = spawn(process.execPath, argv, { env: { PATH: process.env['PATH'] } })
  return { child, ended: once(child, 'close').then(([status, signal]) => ({ status, signal })) }
}

/** Starts the CLI. */
export const startCli = (...argv: readonly string[]): Running => start(bin, ...argv)

/** Starts the CLI so that it says on stderr which modules it loads, a URL a line, in the moment before it does. */
export const startReporting = (...argv: readonly string[]): Running =>
  start('--import', `data:text/javascript,${encodeURIComponent(reporter)}`, bin, ...argv)

/** Resolves as soon as a stream has said this. */
export async function said(stream: Readable, wanted: string): Promise<void> {
  let text = ''
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    text += String(chunk)
    if (text.includes(wanted)) return
  }
  throw new Error(`The stream ended without '${wanted}': ${text}`)
}
