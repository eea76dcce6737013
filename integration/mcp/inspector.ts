import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('../../', import.meta.url))
const launcher = fileURLToPath(
  new URL('../node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js', import.meta.url),
)

/** Asks a server of this repository's `.mcp.json` through the MCP Inspector, and gives what it prints. Rejects when it finds fault. */
export async function inspect(server: string, ...args: readonly string[]): Promise<string> {
  const argv = [launcher, '--cli', '-q', '--config', '.mcp.json', '--server', server, '--format', 'json', ...args]
  const { stdout } = await promisify(execFile)(process.execPath, argv, { cwd: root })
  return stdout
}
