import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The newest revision of each era of the protocol. */
export type Revision = '2025-11-25' | '2026-07-28'

/** What the suite says about one thing. */
export interface Check {
  readonly scenario: string
  readonly id: string
  readonly status: 'SUCCESS' | 'FAILURE' | 'WARNING' | 'SKIPPED' | 'INFO'
  readonly errorMessage?: string
}

/** Extensions that the server offers, which the suite asks for by name only. */
const extensions: Readonly<Record<Revision, readonly string[]>> = {
  '2025-11-25': [],
  '2026-07-28': ['sep-2640-skills-directory', 'sep-2640-skills-enumeration', 'sep-2640-skills-manifest'],
}

/** Runs what the official suite asks of a server in a revision. Throws when the suite itself breaks off. */
export async function conformance(url: string, revision: Revision): Promise<readonly Check[]> {
  const runs = [['--requirements', revision], ...extensions[revision].map((scenario) => ['--scenario', scenario])]
  const out = mkdtempSync(join(tmpdir(), 'conformance-'))
  try {
    await Promise.all(runs.map((what) => runSuite(['server', '--url', url, '--output-dir', out, ...what])))
    return readdirSync(out).flatMap((folder) => checksIn(out, folder))
  } finally {
    rmSync(out, { recursive: true })
  }
}

const suite = fileURLToPath(new URL('../node_modules/@modelcontextprotocol/conformance/dist/index.js', import.meta.url))

async function runSuite(args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [suite, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  await once(child, 'close')
  // its status is 1 for every fixture that a product lacks, and when it cannot run
  if (!printed.includes('Results saved to')) throw new Error(`The suite broke off: ${printed}`)
}

function checksIn(out: string, folder: string): readonly Check[] {
  const scenario = folder.replace(/^server-/, '').replace(/-\d{4}-\d\d-\d\dT[\d-]+Z$/, '')
  const checks = JSON.parse(readFileSync(join(out, folder, 'checks.json'), 'utf8')) as Omit<Check, 'scenario'>[]
  return checks.map((check) => ({ ...check, scenario }))
}
