// bench-mcp.mjs [rounds]: installs the MCP bench, which an ordinary install leaves out, builds and runs it.
import { join } from 'node:path'
import { onDemand, run } from './on-demand.mjs'
import { root } from './setup.mjs'

const { node, env } = onDemand('bench/mcp')
run(node, [join(root, 'scripts/build.ts')], env, { stdio: ['ignore', 2, 2] })
run(node, [join(root, 'bench/mcp/start-up.ts'), ...process.argv.slice(2)], env)
