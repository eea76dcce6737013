import type { Table } from '../packages/kql/src/index.ts'

const hours = 30 * 24
const first = Date.UTC(2026, 0, 1)

/** Numbers from 0 up to 1, the same ones in every run. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const padded = (number: number, width: number): string => String(number).padStart(width, '0')

const names = (count: number, name: (number: number) => string): string[] =>
  Array.from({ length: count }, (_, number) => name(number))

/** A log of 500 machines over 30 days, roughly in the order of its times; one value in a hundred is missing. */
export function events(count: number): Table {
  const next = random(7)
  const below = (limit: number): number => Math.floor(next() * limit)
  const machines = names(500, (number) => `server-${padded(number, 3)}`)
  const zones = names(3, (number) => `z${number}`)
  const pools = names(40, (number) => `pool-${number}`)
  const users = names(20_000, (number) => `user${number}`)
  const rows = Array.from({ length: count }, (_, id) => {
    const at = new Date(first + Math.floor(((id + next()) / count) * hours * 3_600_000))
    const what = below(4) === 0 ? `failed with code ${400 + below(200)}` : 'done'
    return [
      id,
      at.toISOString().replace('Z', '0000Z'),
      machines[below(500)],
      below(8),
      below(100) === 0 ? null : next() * 100,
      `disk${below(12)} block ${padded(below(1_000_000), 6)} ${what}`,
      users[below(20_000)],
      below(110_000),
      { host: { zone: zones[below(3)], pool: pools[below(40)], cpu: below(1000) / 10 }, tags: ['web', 'eu'] },
    ]
  })
  const columns = [
    { name: 'id', type: 'long' },
    { name: 'at', type: 'datetime' },
    { name: 'machine', type: 'string' },
    { name: 'severity', type: 'long' },
    { name: 'value', type: 'real' },
    { name: 'message', type: 'string' },
    { name: 'user', type: 'string' },
    { name: 'owner', type: 'long' },
    { name: 'detail', type: 'dynamic' },
  ] as const
  return { columns, rows }
}

/** What the log's owners are called; some owners of the log are not among them. */
export function owners(count: number): Table {
  const next = random(11)
  const columns = [
    { name: 'owner', type: 'long' },
    { name: 'name', type: 'string' },
    { name: 'weight', type: 'real' },
  ] as const
  return { columns, rows: Array.from({ length: count }, (_, owner) => [owner, `owner ${owner}`, next()]) }
}
