import { version } from '../version.ts'

/** A way to our server. */
export type Server = LocalServer | DeployedServer

/** A server that the client starts on the user's machine. */
export interface LocalServer {
  /** What clients call it: short, without `_`, which some of them take for a separator. */
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
}

/** A server in Azure, which asks for a sign-in or takes a key. */
export interface DeployedServer {
  readonly name: string
  readonly url: string
  readonly takesKey: boolean
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

/** The server over the sample fleet. */
export const sandboxServer = ({ command, args }: Program): LocalServer => ({
  name: serverNames.sandbox,
  command,
  args: [...args, 'mcp', '--sandbox'],
})

/** The server of a Functions app. */
export const deployedServer = (url: string, takesKey: boolean): DeployedServer => ({
  name: serverNames.deployed,
  url,
  takesKey,
})

function compatible(release: string): string {
  const [major = '', minor = ''] = release.split('.')
  return major === '0' ? `${major}.${minor}` : major
}
