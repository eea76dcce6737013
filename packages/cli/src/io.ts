import { once } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import type { openPlace } from './source.ts'

/** A stream that text is written to. */
export interface Output {
  /** False when it wants no more until it says `drain`, as streams of Node.js do. */
  write(text: string): unknown
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
  /** Nobody sees what is written before all of it is. */
  readonly isKeptWhole?: boolean
}

/** All that the CLI touches of its surroundings. */
export interface Io {
  readonly stdout: Output
  readonly stderr: Output
  readonly env: Readonly<Record<string, string | undefined>>
  readonly signal?: AbortSignal | undefined
  /** All of the standard input as text; rejects when the signal aborts. */
  readonly readInput?: () => Promise<string>
  /** Stands in for the sources of `source.ts`. */
  readonly open?: typeof openPlace
}

/** Writes lines, some at a time. */
export function print(output: Output, lines: Iterable<string>): void {
  for (const text of batches(lines)) output.write(text)
}

/** Writes the lines of a result no faster than they are read, with room for an interrupt in between. Rejects when the signal aborts. */
export async function printResult({ stdout, signal }: Io, lines: Iterable<string>): Promise<void> {
  for (const text of batches(lines)) {
    if (stdout.write(text) === false) await once(stdout as Output & NodeJS.EventEmitter, 'drain', signal && { signal })
    await setImmediate()
    signal?.throwIfAborted()
  }
}

const mostCharacters = 65_536

function* batches(lines: Iterable<string>): Generator<string> {
  let text = ''
  for (const line of lines) {
    text += `${line}\n`
    if (text.length >= mostCharacters) {
      yield text
      text = ''
    }
  }
  if (text !== '') yield text
}
