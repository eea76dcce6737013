// bench.mjs [rows]: installs the bench package, which an ordinary install leaves out, and runs it.
import { join } from 'node:path'
import { onDemand, run } from './on-demand.mjs'
import { root } from './setup.mjs'

const { node, env } = onDemand('bench')
run(node, ['--max-old-space-size=8192', join(root, 'bench/kql.ts'), ...process.argv.slice(2)], env)
