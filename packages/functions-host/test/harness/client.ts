import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'

interface Options {
  readonly headers?: Readonly<Record<string, string>>
  readonly mode?: 'legacy' | 'auto'
}

/** The official MCP client, connected. */
export async function connected(url: URL, { headers = {}, mode = 'legacy' }: Options = {}): Promise<Client> {
  const client = new Client({ name: 'test', version: '1.0.0' }, { versionNegotiation: { mode } })
  await client.connect(new StreamableHTTPClientTransport(url, { requestInit: { headers } }))
  return client
}
