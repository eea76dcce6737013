// Folders that an ordinary install leaves out: heavy peers and suites of others, each a package with a lock file of its own.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './lock.mjs'
import { setup, root } from './setup.mjs'

/** Makes the workspace and this folder ready; gives the Node to use and the environment for children. */
export function onDemand(name) {
  const { node, env } = setup()
  const folder = join(root, name)
  const stamp = stampOf(folder)
  const stampFile = join(folder, 'node_modules', '.setup-stamp')
  const isDone = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp
  if (!isDone()) {
    withLock(join(root, '.setup-lock'), () => {
      if (isDone()) return
      install(name, env)
      writeFileSync(stampFile, stamp)
    })
  }
  return { node, env }
}

/** Runs a command to its end; the process ends with it unless it succeeds. */
export function run(command, args, env, options = {}) {
  const shell = process.platform === 'win32'
  const { status } = spawnSync(command, args, { cwd: root, env, stdio: 'inherit', shell, ...options })
  if (status !== 0) process.exit(status ?? 1)
}

function stampOf(folder) {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`)
  for (const file of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'])
    hash.update(readFileSync(join(folder, file)))
  return hash.digest('hex')
}

function install(name, env) {
  process.stderr.write(`setup: installing ${name} …\n`)
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const pnpm = ['exec', '--yes', '--loglevel=error', `--package=${packageManager}`, '--', 'pnpm']
  const args = [...pnpm, 'install', '--frozen-lockfile', '--config.minimumReleaseAge=0', '--reporter=silent']
  run('npm', args, { ...env, CI: 'true' }, { cwd: join(root, name), stdio: ['ignore', 2, 2] })
}
