import { placeArguments } from '../command-line.ts'
import { scopeOf, type PlaceValues } from '../source.ts'
import { version } from '../version.ts'

/** A way to our server. */
export type Server = LocalServer | HttpServer

/** A server that the client starts on the user's machine. */
export interface LocalServer {
  /** What clients call it: short, without `_`, which some of them take for a separator. */
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
}

/** A server that runs: in Azure, where it asks for a sign-in or takes a key, or on this machine. */
export interface HttpServer {
  readonly name: string
  readonly url: string
  readonly takesKey: boolean
  /** Bearer token of one that runs on this machine. */
  readonly token?: string | undefined
}

/** The names under which any client configuration of ours has a server. */
export const serverNames = { azure: 'infra', sandbox: 'infraSandbox', deployed: 'infraRemote' } as const

/** The program, as users start it: any release that keeps the promises of this one. */
export const published = { command: 'npx', args: ['-y', `infra-cli@${compatible(version())}`] } as const

type Program = Pick<LocalServer, 'command' | 'args'>

/** The server that asks Azure; `scope` are its arguments. */
export const azureServer = ({ command, args }: Program, scope: readonly string[] = []): LocalServer => ({
  name: serverNames.azure,
  command,
  args: [...args, 'mcp', ...scope],
})

/** The server over the sample fleet; `more` are further arguments. */
export const sandboxServer = ({ command, args }: Program, more: readonly string[] = []): LocalServer => ({
  name: serverNames.sandbox,
  command,
  args: [...args, 'mcp', '--sandbox', ...more],
})

/** The server of a Functions app. */
export const deployedServer = (url: string, takesKey: boolean): HttpServer => ({
  name: serverNames.deployed,
  url,
  takesKey,
})

/** The published server over a place; `more` are further arguments. Throws InvalidInput for an id that cannot be one. */
export function startedServer({ sandbox, ...others }: PlaceValues, more: readonly string[] = []): LocalServer {
  // A client hides what the server says when it starts, so a wrong id is refused here.
  scopeOf(others)
  return (sandbox ? sandboxServer : azureServer)(published, [...placeArguments(others), ...more])
}

/** The server over a place that runs on this machine. */
export const runningServer = (
  { sandbox }: PlaceValues,
  { url, token }: Pick<HttpServer, 'url' | 'token'>,
): HttpServer => ({
  name: sandbox ? serverNames.sandbox : serverNames.azure,
  url,
  takesKey: false,
  token,
})

function compatible(release: string): string {
  const [major = '', minor = ''] = release.split('.')
  return major === '0' ? `${major}.${minor}` : major
}
