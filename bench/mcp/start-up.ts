// From the start of an MCP server to its list of tools, ours beside Azure MCP: time, CPU, memory, tokens. Build first; Linux.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import { listed, type Start } from './listed.ts'
import { bundle, ours, peer, wholePeer, type Server } from './servers.ts'

interface Figures {
  readonly wallMs: number
  readonly cpuMs: number
  readonly peakMB: number
  readonly tools: number
  readonly tokens: number
}

const rounds = Number(process.argv[2] ?? 10)

/** Rounds take turns, so that what else the machine does falls on all alike; the first one warms up. */
async function measured(servers: readonly Server[], home: string): Promise<readonly Figures[]> {
  const starts = servers.map(() => [] as Start[])
  for (let round = 0; round <= rounds; round++) {
    for (const [index, server] of servers.entries()) {
      const start = await listed(server, home)
      if (round > 0) starts[index]?.push(start)
    }
  }
  return starts.map(figuresOf)
}

function figuresOf(starts: readonly Start[]): Figures {
  const tools = starts[0]?.tools ?? []
  return {
    wallMs: median(starts.map(({ wallMs }) => wallMs)),
    cpuMs: median(starts.map(({ cpuMs }) => cpuMs)),
    peakMB: median(starts.map(({ peakMB }) => peakMB)),
    tools: tools.length,
    tokens: encode(JSON.stringify(tools)).length,
  }
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

const row = (name: string, cells: readonly (string | number)[]): string =>
  name.padEnd(24) + cells.map((cell) => String(cell).padStart(10)).join('')

const budgets: readonly (readonly [what: keyof Figures, limit: number, unit: string])[] = [
  ['cpuMs', 150, 'ms CPU'],
  ['peakMB', 80, 'MB'],
  ['tools', 12, 'tools'],
  ['tokens', 4000, 'tokens'],
]

const ratioLimit = 0.25

if (!existsSync(bundle)) throw new Error('There is no build: run `npm run build`')
const home = mkdtempSync(join(tmpdir(), 'bench-mcp-'))
const servers = [ours, peer, wholePeer]
try {
  const figures = await measured(servers, home)
  const [own, other] = figures as [Figures, Figures]
  const ratios = (['wallMs', 'cpuMs', 'tokens'] as const).map((what) => [what, own[what] / other[what]] as const)
  const lines = [
    `Spawn to tools/list over stdio, median of ${rounds}: ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.versions.node}.`,
    row('', ['wall ms', 'CPU ms', 'peak MB', 'tools', 'tokens']),
    ...figures.map(({ wallMs, cpuMs, peakMB, tools, tokens }, index) =>
      row(servers[index]?.name ?? '', [wallMs.toFixed(0), cpuMs.toFixed(0), peakMB.toFixed(0), tools, tokens]),
    ),
    '',
    ...ratios.map(
      ([what, ratio]) =>
        `${row(`${what} of ${peer.name}`, [ratio.toFixed(2)])}  budget ${ratioLimit}${ratio > ratioLimit ? ': MISSED' : ''}`,
    ),
    ...budgets.map(
      ([what, limit, unit]) =>
        `${row(what, [own[what].toFixed(0)])}  budget ${limit} ${unit}${own[what] > limit ? ': MISSED' : ''}`,
    ),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
} finally {
  rmSync(home, { recursive: true, force: true })
}
