// bench.mjs [rows]: installs the bench package, which an ordinary install leaves out, and runs it.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setup, root } from './setup.mjs'

const { node, env } = setup()
const folder = join(root, 'bench')

function run(command, args, cwd, options = {}) {
  const { status } = spawnSync(command, args, { cwd, env: { ...env, CI: 'true' }, stdio: 'inherit', ...options })
  if (status !== 0) process.exit(status ?? 1)
}

if (!existsSync(join(folder, 'node_modules', '@duckdb'))) {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const pnpm = ['exec', '--yes', '--loglevel=error', `--package=${packageManager}`, '--', 'pnpm']
  run('npm', [...pnpm, 'install', '--frozen-lockfile', '--reporter=silent'], folder, {
    shell: process.platform === 'win32',
  })
}
run(node, ['--max-old-space-size=8192', join(folder, 'kql.ts'), ...process.argv.slice(2)], root)
