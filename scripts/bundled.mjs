// Plain JavaScript for Node 18 and newer, as setup.mjs is.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './lock.mjs'
import { root } from './setup.mjs'

const cache = join(root, 'node_modules/.cache/infra-cli')
const sources = ['kql', 'core', 'sandbox', 'cli'].map((name) => join(root, 'packages', name, 'src'))
const day = 86_400_000

/**
 * After set-up, the program of the CLI as its sources are now, and where Node may keep it compiled: bundled, once after each change, because
 * that starts three times as fast. Sources that cannot be bundled run as they are.
 */
export function bundled(node) {
  const home = join(cache, stamp())
  return existsSync(home) || made(home, node)
    ? { entry: join(home, 'dist/bin.mjs'), compiled: join(home, 'compiled') }
    : { entry: join(root, 'packages/cli/src/bin.ts'), compiled: join(cache, 'compiled') }
}

/** Changes with every source, and with the installed dependencies. */
function stamp() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'node_modules/.setup-stamp')))
  const files = sources.flatMap((dir) => readdirSync(dir, { recursive: true }).map((name) => join(dir, name)))
  for (const file of [...files, join(root, 'scripts/bundle.mjs')]) {
    const { mtimeMs, size } = statSync(file)
    hash.update(`${file} ${mtimeMs} ${size}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}

function made(home, node) {
  return withLock(join(root, '.setup-lock'), () => {
    if (existsSync(home)) return true
    const unfinished = join(cache, 'unfinished')
    rmSync(unfinished, { recursive: true, force: true })
    if (spawnSync(node, [join(root, 'scripts/bundle-into.mjs'), unfinished]).status !== 0) return false
    renameSync(unfinished, home)
    removeOld()
    return true
  })
}

/** A younger bundle may still be running, and loads parts of itself late. */
function removeOld() {
  for (const name of readdirSync(cache)) {
    const dir = join(cache, name)
    if (Date.now() - statSync(dir).mtimeMs > day) rmSync(dir, { recursive: true, force: true })
  }
}
