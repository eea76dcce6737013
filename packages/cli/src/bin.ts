#!/usr/bin/env node
import { main } from './main.ts'

const stop = new AbortController()
process.on('SIGINT', () => {
  if (stop.signal.aborted) process.exit(130)
  stop.abort()
})

// The reader of a pipe may have seen enough.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
}

const { stdout, stderr, env } = process
const { signal } = stop
process.exitCode = await main(process.argv.slice(2), { stdout, stderr, env, signal, readInput })

async function readInput(): Promise<string> {
  const [{ addAbortSignal }, { text }] = await Promise.all([import('node:stream'), import('node:stream/consumers')])
  return text(addAbortSignal(signal, process.stdin))
}
