import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** Lets a request pass, or answers it and says false. */
export type Guard = (request: IncomingMessage, response: ServerResponse) => boolean

/** Only this path; everything else is 404. */
export const onlyPath =
  (path: string): Guard =>
  ({ url }, response) =>
    url === path || refuse(response, 404, 'Not found')

/** Only POST; everything else is 405. */
export const onlyPost: Guard = ({ method }, response) =>
  method === 'POST' || refuse(response, 405, 'Method not allowed', { allow: 'POST' })

/** Only with this bearer token, compared in constant time; else 401. */
export const onlyWith = (token: string): Guard => {
  const expected = Buffer.from(`Bearer ${token}`)
  return ({ headers }, response) => {
    const given = Buffer.from(headers.authorization ?? '')
    const isEqual = given.length === expected.length && timingSafeEqual(given, expected)
    return isEqual || refuse(response, 401, 'Unauthorized', { 'www-authenticate': 'Bearer' })
  }
}

function refuse(
  response: ServerResponse,
  status: number,
  message: string,
  headers: Record<string, string> = {},
): false {
  // The body is not read, so the connection cannot serve another request.
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close', ...headers })
  response.end(JSON.stringify({ jsonrpc: '2.0', error: { code: -32_000, message }, id: null }))
  return false
}
