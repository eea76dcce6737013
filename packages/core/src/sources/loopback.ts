import type { HttpClient } from '@azure/core-rest-pipeline'
import { invalid } from '../errors.ts'

/**
 * Sends every request to a stand-in on this machine instead of Azure; whatever else the SDKs do, tokens included, stays. Throws
 * InvalidInput for an origin that is not a loopback address.
 */
export function loopback(origin: string): HttpClient {
  const { hostname } = new URL(origin)
  if (!['127.0.0.1', '[::1]', 'localhost'].includes(hostname)) {
    throw invalid(`'${origin}' is not on this machine`, 'Give an address such as http://127.0.0.1:8080.')
  }
  let client: Promise<HttpClient> | undefined
  return {
    async sendRequest(request) {
      client ??= import('@azure/core-rest-pipeline').then(({ createDefaultHttpClient }) => createDefaultHttpClient())
      const { href } = new URL(request.url)
      const { pathname, search } = new URL(href)
      request.url = new URL(pathname + search, origin).href
      request.allowInsecureConnection = true
      try {
        return await (await client).sendRequest(request)
      } finally {
        request.url = href
      }
    },
  }
}
