import { startUp } from '../mcp/start-up.ts'
import type { Call } from './index.ts'

/** Serves the analyses to agents, or checks a server as a client would. */
export async function run(call: Call): Promise<void> {
  startUp(call.io.env)
  const { runMcp } = await import('../mcp/run.ts')
  return runMcp(call)
}
