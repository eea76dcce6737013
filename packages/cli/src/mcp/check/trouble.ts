import type { Mend } from '@infra-analysis/core'
import type { Target } from './target.ts'

/** What went wrong with a server, in our words, and what mends it. */
export interface Trouble {
  readonly detail: string
  readonly mend: Mend
}

/** The trouble behind an error of the client; nothing that the server wrote is in it. */
export function troubleOf(error: unknown, target: Target): Trouble {
  const causes = causesOf(error)
  const [known] = causes.flatMap(({ status, code }) => troubles.get(String(status ?? code)) ?? [])
  if (known) return known
  const [status] = causes.flatMap((cause) => cause.status ?? [])
  if (status !== undefined) return trouble(`It answers with status ${status}`, 'Look into its log.')
  return 'url' in target
    ? trouble(
        'It cannot be reached',
        'See whether the URL is right, and whether a proxy or firewall stands in between.',
      )
    : trouble('It does not speak MCP on its standard streams', 'Run the command by hand and see what it prints.')
}

const trouble = (detail: string, advice: string): Trouble => ({ detail, mend: { advice } })

const moved = trouble('It answers with a redirect', 'Give the URL that it leads to: secrets are never sent elsewhere.')
const paths = 'A local server is at /mcp, a Functions app at /runtime/webhooks/mcp.'

const troubles: ReadonlyMap<string, Trouble> = new Map([
  ['301', moved],
  ['302', trouble('It answers with a redirect', 'Turn off the sign-in page for this path, or give --token or --key.')],
  ['307', moved],
  ['308', moved],
  ['401', trouble('It asks for authentication', 'Give --token, or --key for a Functions app.')],
  [
    '403',
    trouble('It denies access', 'Give a --token or --key that has access; a local server also refuses foreign hosts.'),
  ],
  ['404', trouble('There is nothing at this path', paths)],
  ['405', trouble('It takes no POST at this path', paths)],
  ['429', trouble('It is busy', 'Wait a minute and check again.')],
  ['ECONNREFUSED', trouble('Nothing listens there', 'Start the server, or mend host and port.')],
  ['ENOTFOUND', trouble('There is no such host', 'Mend the host of the URL.')],
  ['ENOENT', trouble('There is no such program', 'Install it, or give its path.')],
  ['EACCES', trouble('The program cannot be run', 'Make it executable, or give another.')],
  ['CLIENT_HTTP_UNEXPECTED_CONTENT', trouble('It answers, but not with MCP', 'Mend the path of the URL.')],
  ['CONNECTION_CLOSED', trouble('It ended before it answered', 'Run the command by hand and see what it prints.')],
  [
    'REQUEST_TIMEOUT',
    trouble('It does not answer in time', 'See whether it is starting, busy or waiting for something.'),
  ],
])

interface Cause {
  readonly status?: number
  readonly code?: unknown
}

const causesOf = (error: unknown): readonly Cause[] =>
  error instanceof Error ? [error as Cause, ...causesOf(error.cause)] : []
