// The stand-in with many rows, in a process of its own: tells where it listens, and at the end what it was asked.
import { setTimeout as pause } from 'node:timers/promises'
import { serve } from '@infra-analysis/sandbox/server'

const [rows = '', requests = '', windowMs = ''] = process.argv.slice(2)
// The clock is read when a request comes and when it is answered.
const times: number[] = []
const now = () => {
  const time = performance.now()
  times.push(time)
  return time
}
const sleep = (milliseconds: number, signal: AbortSignal) => pause(milliseconds, undefined, { signal })
const {
  url,
  token,
  requests: seen,
} = await serve({
  tableRows: Number(rows),
  quota: { resourceGraph: { requests: Number(requests), windowMs: Number(windowMs) } },
  machines: 1,
  timer: { now, sleep },
})
process.send?.({ url, token })
process.once('message', () => {
  const graph = seen.filter(({ engine }) => engine === 'resource-graph')
  const refused = graph.filter(({ status }) => status === 429).length
  process.send?.({ requests: graph.length, refused, secondsAsked: ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000 })
})
