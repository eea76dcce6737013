// bench:source [rows] [node]: many rows of Resource Graph through the wire into NDJSON, by the built CLI, on that Node.js if one is named,
// and by a naive pager in turn. Build first.
import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { measured, type Measured } from './source/measured.ts'

interface Run extends Measured {
  readonly requests: number
  readonly refused: number
  /** From the first request to the last one. */
  readonly secondsAsked: number
}

interface Allowance {
  readonly requests: number
  readonly windowMs: number
}

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const bin = file('../dist/bin.mjs')
const query =
  'resources | project id, name, type, location, resourceGroup, subscriptionId, status = tostring(properties.status) | order by id asc'
const [wanted = '1000000', node = process.execPath] = process.argv.slice(2)
const rows = Number(wanted)
const programs = {
  'infra-cli': [node, bin, 'query', '--format', 'ndjson', query],
  'naive pager': [process.execPath, file('source/naive.ts'), query],
} as const
type Program = keyof typeof programs

const mostMB = 250
const pageRows = 1000
/** As Resource Graph grants it. */
const granted: Allowance = { requests: 15, windowMs: 5000 }
const windows = 6
const leastShare = 0.95

/** A program against a server of its own. */
async function run(program: Program, tableRows: number, { requests, windowMs }: Allowance): Promise<Run> {
  const server = fork(file('source/server.ts'), [tableRows, requests, windowMs].map(String))
  const [{ url, token }] = await once(server, 'message')
  try {
    const took = await measured(programs[program], { INFRA_ENDPOINT: url, INFRA_TOKEN: token })
    if (took.rows !== tableRows) throw new Error(`${program} wrote ${took.rows} rows of ${tableRows}`)
    server.send('asked?')
    const [asked] = await once(server, 'message')
    return { ...took, ...asked }
  } finally {
    server.kill()
  }
}

async function both(tableRows: number, allowance: Allowance): Promise<readonly [Run, Run]> {
  return [await run('infra-cli', tableRows, allowance), await run('naive pager', tableRows, allowance)]
}

const say = (...lines: readonly string[]): unknown => process.stdout.write(`${lines.join('\n')}\n`)
const perSecond = ({ rows: count, seconds }: Run): number => count / seconds

function paceLine(name: Program, one: Run): string {
  const figures = `${perSecond(one).toFixed(0).padStart(7)} rows/s  peak ${one.peakMB.toFixed(0)} MB`
  return `${name.padEnd(12)}${figures}, in tenths of the time: ${one.curve.map((mb) => mb.toFixed(0)).join(' ')}`
}

/** The share of the quota that was used: the last window opens when those before it are over. */
const share = ({ secondsAsked }: Run): number => ((windows - 1) * granted.windowMs) / 1000 / secondsAsked

const quotaLine = (name: Program, one: Run): string =>
  `${name.padEnd(12)}${(share(one) * 100).toFixed(1).padStart(5)} % of the quota  ${one.requests} requests, ${one.refused} of them refused`

const verdict = (isMet: boolean): string => (isMet ? 'met' : 'MISSED')

if (!existsSync(bin)) throw new Error('There is no build: run `npm run build`')
const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()
say(`Node.js ${version}, ${rows} rows, quota without end`)
const [cli, naive] = await both(rows, { requests: Number.MAX_SAFE_INTEGER, windowMs: granted.windowMs })
say(paceLine('infra-cli', cli), paceLine('naive pager', naive))
say(`ratio ${(perSecond(cli) / perSecond(naive)).toFixed(2)}; budget ${mostMB} MB: ${verdict(cli.peakMB <= mostMB)}`)

const pages = windows * granted.requests
say('', `${pages} pages, ${granted.requests} requests in ${granted.windowMs / 1000} s`)
const [paced, unpaced] = await both(pages * pageRows, granted)
say(quotaLine('infra-cli', paced), quotaLine('naive pager', unpaced))
const isWithin = share(paced) >= leastShare && paced.refused === 0
say(
  `ratio ${(share(paced) / share(unpaced)).toFixed(2)}; budget ${leastShare * 100} %, none refused: ${verdict(isWithin)}`,
)
