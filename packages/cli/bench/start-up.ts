// Start-up of the built CLI against bare Node in the same run: medians in ms. Build first.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

interface Case {
  readonly name: string
  readonly argv: readonly string[]
  readonly budget?: { readonly ratio: number } | { readonly ms: number }
}

const bin = fileURLToPath(new URL('../dist/bin.mjs', import.meta.url))
const bare: Case = { name: 'node -e 0', argv: ['-e', '0'] }
const cases: readonly Case[] = [
  bare,
  { name: '--help', argv: [bin, '--help'], budget: { ratio: 1.6 } },
  { name: 'list', argv: [bin, 'list'] },
  { name: 'server-metadata --sandbox', argv: [bin, 'server-metadata', '--sandbox'], budget: { ms: 300 } },
  { name: 'overview --sandbox', argv: [bin, 'overview', '--sandbox'], budget: { ms: 1000 } },
]
const rounds = Number(process.argv[2] ?? 15)

/** Rounds take turns, so that what else the machine does falls on all cases alike; the first one warms up. */
function measure(): ReadonlyMap<Case, number> {
  const times = new Map(cases.map((one) => [one, [] as number[]]))
  for (let round = 0; round <= rounds; round++) {
    for (const one of cases) {
      const took = timed(one)
      if (round > 0) times.get(one)?.push(took)
    }
  }
  return new Map([...times].map(([one, taken]) => [one, median(taken)]))
}

function timed({ name, argv }: Case): number {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${name} exits with ${status}: ${stderr}`)
  return performance.now() - start
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

function verdict({ budget }: Case, ms: number, ratio: number): string {
  if (!budget) return ''
  return 'ms' in budget
    ? `budget ${budget.ms} ms${ms > budget.ms ? ': MISSED' : ''}`
    : `budget ${budget.ratio}×${ratio > budget.ratio ? ': MISSED' : ''}`
}

if (!existsSync(bin)) throw new Error('There is no build: run `npm run build`')
const medians = measure()
const floor = medians.get(bare) ?? Number.NaN
const lines = [...medians].map(([one, ms]) => {
  const ratio = ms / floor
  const figures = `${ms.toFixed(0).padStart(5)} ms  ${ratio.toFixed(2).padStart(5)}×`
  return `${one.name.padEnd(28)}${figures}  ${verdict(one, ms, ratio)}`.trimEnd()
})
process.stdout.write(`Node ${process.versions.node}, median of ${rounds}\n${lines.join('\n')}\n`)
