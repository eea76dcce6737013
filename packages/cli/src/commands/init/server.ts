import { placeArguments } from '../../command-line.ts'
import { azureServer, deployedServer, published, sandboxServer, type Server } from '../../copilot/servers.ts'
import type { ValuesOf } from '../../options.ts'
import { invalid } from '../../usage.ts'
import { scopeOptions, type initOptions } from './options.ts'

/** The server that the options ask for. Throws InvalidInput for options that do not go together. */
export function serverFrom(values: ValuesOf<typeof initOptions>): Server {
  const { sandbox, remote, 'with-key': withKey = false } = values
  const scope = Object.fromEntries(Object.entries(values).filter(([name]) => name in scopeOptions))
  const [first] = Object.keys(scope)
  if (sandbox && remote !== undefined) throw invalid('Both --sandbox and --remote are given', 'Call once for each.')
  if (withKey && remote === undefined) throw invalid('--with-key is given without --remote', 'Add --remote <url>.')
  if (first && (sandbox || remote !== undefined)) {
    throw invalid(`--${first} says where a server asks Azure, which this one does not`, `Leave --${first} out.`)
  }
  if (remote !== undefined) return deployedServer(endpointOf(remote), withKey)
  return sandbox ? sandboxServer(published) : azureServer(published, placeArguments(scope))
}

/** Where a Functions app has its MCP server. */
const endpoint = '/runtime/webhooks/mcp'

function endpointOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.has(url.hostname))
  if (!url || !isSafe || url.username || url.search) {
    throw invalid(
      `'${text}' is not the address of a server`,
      `Give it as --remote https://<app>.azurewebsites.net${endpoint}.`,
    )
  }
  return url.pathname === '/' ? new URL(endpoint, url).href : url.href
}

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])
