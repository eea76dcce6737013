import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleHost } from '../../../../scripts/bundle-host.mjs'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const cache = join(root, 'packages/functions-host/node_modules/.cache')
const sources = ['kql', 'core', 'sandbox', 'functions-host'].map((name) => `packages/${name}/src`)
const aDayMs = 24 * 3_600_000

/** The entry file of the app, built from the sources as they are now: each state of them has a folder of its own. */
export async function builtApp(): Promise<string> {
  const state = stateOfSources()
  const dir = join(cache, state)
  if (!existsSync(dir)) {
    const draft = `${dir}.${process.pid}`
    await bundleHost(draft)
    // somebody is editing: what was built may be of two states
    if (stateOfSources() !== state) return builtApp()
    try {
      renameSync(draft, dir)
    } catch {
      // another test file was faster
      rmSync(draft, { recursive: true })
    }
    forgetOld()
  }
  return join(dir, 'main.mjs')
}

function stateOfSources(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'pnpm-lock.yaml')))
  for (const folder of [...sources, 'scripts']) {
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).toSorted()) {
      const path = join(root, folder, file)
      if (statSync(path).isFile()) hash.update(file).update(readFileSync(path))
    }
  }
  return hash.digest('hex').slice(0, 16)
}

function forgetOld(): void {
  for (const name of readdirSync(cache)) {
    const dir = join(cache, name)
    if (statSync(dir).mtimeMs < Date.now() - aDayMs) rmSync(dir, { recursive: true, force: true })
  }
}
