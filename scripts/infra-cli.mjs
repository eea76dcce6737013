#!/usr/bin/env node
// `npx infra-cli …` in a clone: sets the workspace up once, then runs the CLI from its sources.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { setup, root } from './setup.mjs'

const { node, runsTypeScript, env } = setup()
if (!runsTypeScript) await import('./bundle.mjs').then(({ bundle }) => bundle())
const entry = runsTypeScript ? 'src/bin.ts' : 'dist/bin.mjs'
const run = spawnSync(node, [join(root, 'packages/cli', entry), ...process.argv.slice(2)], {
  // types are stripped once, not at every start
  env: { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node'), ...env },
  stdio: 'inherit',
})
// a signal ended the child, such as Ctrl-C: shells expect 128 + its number, and SIGINT is 2
process.exit(run.status ?? 130)
