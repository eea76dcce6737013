import type { SignIn } from '../../src/identity/credential.ts'

type HttpClient = NonNullable<SignIn['httpClient']>
type Reply = readonly [status: number, body: object]

/** A request for a token on behalf of a user, as the authority sees it. */
export type TokenRequest = Readonly<Record<string, string>>

/** Stand-ins of the platform's identity endpoint and of the authority, in the place of the SDK's HTTPS client. */
export interface Authority {
  readonly httpClient: HttpClient
  /** Exchanges that were asked for. */
  readonly exchanges: TokenRequest[]
  /** Tokens of the managed identity that were asked for: their audiences. */
  readonly identityTokens: string[]
}

/** Gives `for <user token> at <scope>` as token, or what `refusal` says. */
export function authority(refusal?: Reply): Authority {
  const exchanges: TokenRequest[] = []
  const identityTokens: string[] = []
  const answer = (url: URL, body: string): Reply => {
    if (url.host === 'identity.internal') {
      const resource = url.searchParams.get('resource') ?? ''
      identityTokens.push(resource)
      return [200, { access_token: 'assertion-of-the-app', expires_on: '4102444800', resource, token_type: 'Bearer' }]
    }
    if (url.pathname.endsWith('openid-configuration')) return [200, configurationOf(url)]
    const asked = Object.fromEntries(new URLSearchParams(body))
    exchanges.push(asked)
    if (refusal) return refusal
    return [
      200,
      { access_token: `for ${asked['assertion']} at ${asked['scope']}`, expires_in: 3600, token_type: 'Bearer' },
    ]
  }
  const sendRequest: HttpClient['sendRequest'] = async (request) => {
    const [status, body] = answer(new URL(request.url), typeof request.body === 'string' ? request.body : '')
    const headers = new Map([['content-type', 'application/json']])
    return { request, status, headers: headersOf(headers), bodyAsText: JSON.stringify(body) }
  }
  return { httpClient: { sendRequest }, exchanges, identityTokens }
}

type ResponseHeaders = Awaited<ReturnType<HttpClient['sendRequest']>>['headers']

const headersOf = (headers: Map<string, string>): ResponseHeaders => ({
  get: (name) => headers.get(name.toLowerCase()),
  has: (name) => headers.has(name.toLowerCase()),
  set: (name, value) => void headers.set(name.toLowerCase(), String(value)),
  delete: (name) => void headers.delete(name.toLowerCase()),
  toJSON: () => Object.fromEntries(headers),
  [Symbol.iterator]: () => headers[Symbol.iterator](),
})

function configurationOf({ origin, pathname }: URL): object {
  const tenant = `${origin}/${pathname.split('/')[1]}`
  return {
    issuer: `${tenant}/v2.0`,
    authorization_endpoint: `${tenant}/oauth2/v2.0/authorize`,
    token_endpoint: `${tenant}/oauth2/v2.0/token`,
    jwks_uri: `${tenant}/discovery/v2.0/keys`,
  }
}
