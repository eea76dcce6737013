import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pipeline } from 'node:stream'
import type { Served } from './served.ts'

/** A way to a server that adds its token, for clients that cannot: all else passes as it is, `Host` and `Origin` too. */
export async function withToken({ url, token }: Served): Promise<{ readonly url: string; close(): Promise<void> }> {
  const proxy = createServer((inbound, outbound) => {
    const headers = { ...inbound.headers, authorization: `Bearer ${token}` }
    const { method, url: path } = inbound
    const forwarded = request(url, { method, path, headers }, (reply) => {
      outbound.writeHead(reply.statusCode ?? 502, reply.headers)
      pipeline(reply, outbound, () => {})
    })
    pipeline(inbound, forwarded, (error) => error && outbound.destroy())
    outbound.on('close', () => forwarded.destroy())
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const { port } = proxy.address() as AddressInfo
  const close = async () => {
    proxy.close()
    proxy.closeAllConnections()
    await once(proxy, 'close')
  }
  return { url: `http://127.0.0.1:${port}${url.pathname}`, close }
}
