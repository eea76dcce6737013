// What the built app adds to the cold start of a worker, against bare Node in the same run: medians. Build first.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

interface Cost {
  readonly importMs: number
  readonly cpuMs: number
  readonly rssMiB: number
}

const path = (file: string): string => fileURLToPath(new URL(file, import.meta.url))
const probe = path('probe.mjs')
const app = path('../dist/main.mjs')
const rounds = Number(process.argv[2] ?? 15)

function cost(argv: readonly string[], env: Readonly<Record<string, string>>): Cost {
  const { status, stderr, stdout } = spawnSync(process.execPath, [probe, ...argv], { encoding: 'utf8', env })
  if (status !== 0) throw new Error(`The probe exits with ${status}: ${stderr}`)
  return JSON.parse(stdout) as Cost
}

const cases = [
  { name: 'bare node', run: () => cost([], {}) },
  { name: 'the app', run: () => cost([app], {}) },
  { name: 'with the HTTP transport', run: () => cost([app], { MCP_HTTP_TRANSPORT: 'true' }) },
].map((one) => ({ ...one, costs: [] as Cost[] }))

if (!existsSync(app)) throw new Error('There is no build: run `npm run build`')
// rounds take turns, so that what else the machine does falls on all alike; the first one warms up
for (let round = 0; round <= rounds; round++) {
  for (const { costs, run } of cases) {
    const taken = run()
    if (round > 0) costs.push(taken)
  }
}

const median = (costs: readonly Cost[], of: keyof Cost): string => {
  const sorted = costs.map((one) => one[of]).toSorted((a, b) => a - b)
  return (sorted[sorted.length >> 1] ?? Number.NaN).toFixed(0).padStart(6)
}
const lines = cases.map(
  ({ costs, name }) =>
    `${name.padEnd(26)}${median(costs, 'importMs')} ms import ${median(costs, 'cpuMs')} ms CPU ${median(costs, 'rssMiB')} MiB`,
)
process.stdout.write(`Node ${process.versions.node}, median of ${rounds}\n${lines.join('\n')}\n`)
