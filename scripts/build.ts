// Libraries get JavaScript and types in dist/, queries beside them; the CLI and the Functions host get a bundle.
import { spawnSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { bundleHost } from './bundle-host.mjs'
import { bundle } from './bundle.mjs'
import { root } from './setup.mjs'

const { status } = spawnSync('tsc', ['-b', 'packages/kql', 'packages/core', 'packages/sandbox'], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
if (status !== 0) process.exit(status ?? 1)

const core = join(root, 'packages/core')
cpSync(join(core, 'src'), join(core, 'dist'), {
  recursive: true,
  filter: (source) => !/\.\w+$/.test(source) || source.endsWith('.kql'),
})
await bundle()
await bundleHost()
