import { deployedServer, startedServer, type Server } from '../../copilot/servers.ts'
import { givenPlace } from '../../mcp/environment.ts'
import { loopback } from '../../mcp/loopback.ts'
import type { ValuesOf } from '../../options.ts'
import { invalid } from '../../usage.ts'
import type { initOptions } from './options.ts'

/** The server that the options ask for. Throws InvalidInput for options that do not go together, and for an id that cannot be one. */
export function serverFrom(values: ValuesOf<typeof initOptions>): Server {
  const { remote, 'with-key': withKey = false } = values
  const place = givenPlace(values)
  const { sandbox, ...scope } = place
  const [first] = Object.keys(scope)
  if (sandbox && remote !== undefined) throw invalid('Both --sandbox and --remote are given', 'Call once for each.')
  if (withKey && remote === undefined) throw invalid('--with-key is given without --remote', 'Add --remote <url>.')
  if (first && (sandbox || remote !== undefined)) {
    throw invalid(`--${first} says where a server asks Azure, which this one does not`, `Leave --${first} out.`)
  }
  return remote === undefined ? startedServer(place) : deployedServer(endpointOf(remote), withKey)
}

/** Where a Functions app has its MCP server. */
const endpoint = '/runtime/webhooks/mcp'

function endpointOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.includes(url.hostname))
  if (!url || !isSafe || url.username || url.search) {
    throw invalid(
      `'${text}' is not the address of a server`,
      `Give it as --remote https://<app>.azurewebsites.net${endpoint}.`,
    )
  }
  return url.pathname === '/' ? new URL(endpoint, url).href : url.href
}
