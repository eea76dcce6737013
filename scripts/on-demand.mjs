// Folders that an ordinary install leaves out: heavy peers and suites of others, each a package with a lock file of its own.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { install, root, setup } from './setup.mjs'

/** Makes the workspace and this folder ready; gives the Node to use and the environment for children. */
export function onDemand(name) {
  const { node, env } = setup()
  install(join(root, name), name, node)
  return { node, env }
}

/** Runs a command to its end; the process ends with it unless it succeeds. */
export function run(command, args, env, options = {}) {
  const shell = process.platform === 'win32'
  const { status } = spawnSync(command, args, { cwd: root, env, stdio: 'inherit', shell, ...options })
  if (status !== 0) process.exit(status ?? 1)
}
