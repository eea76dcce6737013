import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A server as a client starts it. */
export interface Server {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** Our program, as `npm run build` leaves it. */
export const bundle: string = fileURLToPath(new URL('../../packages/cli/dist/bin.mjs', import.meta.url))

export const ours: Server = {
  name: 'infra-cli mcp',
  command: process.execPath,
  args: [bundle, 'mcp', '--sandbox'],
  env: {},
}

const { resolve } = createRequire(createRequire(import.meta.url).resolve('@azure/mcp/package.json'))
const platform = `@azure/mcp-${process.platform}-${process.arch}`
const azmcp = join(
  dirname(resolve(`${platform}/package.json`)),
  'dist',
  process.platform === 'win32' ? 'azmcp.exe' : 'azmcp',
)

const azure = (name: string, ...more: readonly string[]): Server => ({
  name,
  // the program itself: Node's wrapper around it would be counted against it
  command: azmcp,
  args: ['server', 'start', ...more],
  env: { AZURE_MCP_COLLECT_TELEMETRY: 'false' },
})

/** Azure MCP as it is by default. */
export const peer: Server = azure('@azure/mcp')

/** Azure MCP with every tool by itself, as ours are. */
export const wholePeer: Server = azure('@azure/mcp --mode all', '--mode', 'all')
