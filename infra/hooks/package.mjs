// Makes the folder that azd uploads: the built app by itself, without the workspace around it.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** Copies host.json and dist/ of the app, with a package.json that has nothing to install and nothing to build. */
export function assemble(app, folder) {
  const { name, version, type, main } = JSON.parse(readFileSync(join(app, 'package.json'), 'utf8'))
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  cpSync(join(app, 'host.json'), join(folder, 'host.json'))
  cpSync(join(app, 'dist'), join(folder, 'dist'), { recursive: true })
  writeFileSync(
    join(folder, 'package.json'),
    `${JSON.stringify({ name, version, private: true, type, main }, null, 2)}\n`,
  )
  readFileSync(join(folder, main))
}

function build(root) {
  const { status } = spawnSync('npm', ['run', 'build'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exit(status ?? 1)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const app = join(root, 'packages/functions-host')
  build(root)
  assemble(app, join(app, 'deploy'))
}
