import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'

/** What a process wrote, and what that took. */
export interface Measured {
  readonly rows: number
  /** From the start of the process to its end. */
  readonly seconds: number
  /** The memory in use in the course of time, in MB. */
  readonly curve: readonly number[]
  readonly peakMB: number
}

interface Sample {
  readonly rss: number
  readonly peak: number
}

const sampler = `
  setInterval(() => process.send({ rss: process.memoryUsage.rss(), peak: process.resourceUsage().maxRSS * 1024 }), 100).unref()
  process.channel.unref()`

/** Runs a program of a Node.js and counts the lines that it writes. */
export async function measured(
  [node, ...argv]: readonly [node: string, ...argv: string[]],
  env: NodeJS.ProcessEnv,
): Promise<Measured> {
  const started = performance.now()
  const sampling = ['--import', `data:text/javascript,${encodeURIComponent(sampler)}`]
  const child = spawn(node, [...sampling, ...argv], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const samples: Sample[] = []
  child.on('message', (sample: Sample) => samples.push(sample))
  const ended = once(child, 'exit')
  let rows = 0
  for await (const chunk of child.stdout as Readable) rows += linesIn(chunk as Buffer)
  const [status] = await ended
  if (status !== 0) throw new Error(`${argv.join(' ')} exits with ${status}`)
  return {
    rows,
    seconds: (performance.now() - started) / 1000,
    curve: tenth(samples.map(({ rss }) => rss / 1e6)),
    peakMB: Math.max(...samples.map(({ peak }) => peak)) / 1e6,
  }
}

function linesIn(chunk: Buffer): number {
  let lines = 0
  for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines += 1
  return lines
}

const tenth = (values: readonly number[]): readonly number[] =>
  Array.from({ length: 10 }, (_, i) => values[Math.floor(((i + 0.5) * values.length) / 10)] ?? Number.NaN)
