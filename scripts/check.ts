// Everything that has to be true before a change lands, the quick checks first.
import { spawnSync } from 'node:child_process'

const steps: readonly (readonly [string, ...string[]])[] = [
  ['oxfmt', '--check'],
  ['oxlint', '--type-aware'],
  ['node', 'scripts/build.ts'],
  ['tsc', '-b'],
  ['vitest', 'run'],
  ['node', 'scripts/integration.mjs'],
]

for (const [command, ...args] of steps) {
  const start = performance.now()
  process.stderr.write(`check: ${[command, ...args].join(' ')}\n`)
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) process.exit(status ?? 1)
  process.stderr.write(`check: done in ${((performance.now() - start) / 1000).toFixed(1)} s\n`)
}
