import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { version } from '../../version.ts'
import type { Target } from './target.ts'

/** The protocol's two eras: since 2026-07-28 every request stands alone, before it a client opens with `initialize`. */
const modes = { modern: { pin: '2026-07-28' }, legacy: 'legacy' } as const
export type Era = keyof typeof modes

/** How long the server may take to answer a request, and what ends the wait before. */
export interface Patience {
  readonly timeout: number
  readonly signal?: AbortSignal
}

/** Opens a session as a client of that era does. Throws the client's error. */
export async function connect(target: Target, era: Era, patience: Patience): Promise<Client> {
  const client = new Client(
    { name: 'infra-cli-check', version: version() },
    { versionNegotiation: { mode: modes[era] } },
  )
  try {
    await client.connect(transportTo(target), patience)
    return client
  } catch (error) {
    await client.close().catch(() => undefined)
    throw error
  }
}

// A redirect must not carry the secret elsewhere.
const transportTo = (target: Target) =>
  'url' in target
    ? new StreamableHTTPClientTransport(target.url, { requestInit: { headers: target.headers, redirect: 'manual' } })
    : new StdioClientTransport({ ...target, args: [...target.args], stderr: 'ignore' })
