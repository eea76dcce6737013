#!/usr/bin/env node
// `npx infra-cli …` in a clone: sets the workspace up once, then runs the CLI as its sources are.
import { spawn } from 'node:child_process'
import module from 'node:module'
import { pathToFileURL } from 'node:url'
import { bundled } from './bundled.mjs'
import { setup } from './setup.mjs'

const { node, env } = setup()
const { entry, compiled } = bundled(node)

if (node === process.execPath) {
  module.enableCompileCache?.(compiled)
  await import(pathToFileURL(entry))
} else {
  const run = spawn(node, [entry, ...process.argv.slice(2)], {
    env: { NODE_COMPILE_CACHE: compiled, ...env },
    stdio: 'inherit',
  })
  // a terminal sends Ctrl-C to both, and the child decides; what is sent to this process alone is passed on
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => run.kill(signal))
  // a signal ended the child, such as Ctrl-C: shells expect 128 + its number, and SIGINT is 2
  run.on('exit', (status) => process.exit(status ?? 130))
}
