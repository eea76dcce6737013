import type { IncomingHttpHeaders } from 'node:http'

/** Headers as the app sees them, or why the platform lets nobody in. */
export type Passed = { readonly headers: IncomingHttpHeaders } | { readonly refused: 401 }

/** App Service authentication as the environment switches it on: no bearer token, no entry; who calls is the platform's word alone. */
export function authenticated(headers: IncomingHttpHeaders, env: NodeJS.ProcessEnv): Passed {
  if (env['WEBSITE_AUTH_ENABLED'] !== 'True') return { headers }
  const payload = /^Bearer [^.]+\.([^.]+)\./.exec(headers.authorization ?? '')?.[1]
  if (payload === undefined) return { refused: 401 }
  const kept = Object.entries(headers).filter(([name]) => !name.startsWith('x-ms-'))
  const said = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, string | string[] | number>
  const claims = Object.entries(said).flatMap(([typ, value]) =>
    [value].flat().map((val) => ({ typ, val: String(val) })),
  )
  const principal = { auth_typ: 'aad', name_typ: 'preferred_username', role_typ: 'roles', claims }
  return {
    headers: {
      ...Object.fromEntries(kept),
      'x-ms-client-principal': Buffer.from(JSON.stringify(principal)).toString('base64'),
    },
  }
}

/** Whether the system or function key is there; under `Anonymous` the webhook asks for none. */
export const hasKey = (headers: IncomingHttpHeaders, env: NodeJS.ProcessEnv): boolean =>
  env['HARNESS_KEY'] === undefined || headers['x-functions-key'] === env['HARNESS_KEY']
