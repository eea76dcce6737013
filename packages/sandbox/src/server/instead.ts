import type { Fault } from './faults.ts'
import type { Service } from './service.ts'
import { json, type Reply, type WireRequest } from './wire.ts'

/** What a caller gets instead of the service's answer; undefined when a fault leaves it standing. */
export function instead(fault: Fault, service: Service, request: WireRequest): Reply | undefined {
  const { kind, status = 200, milliseconds } = fault
  switch (kind) {
    case 'status':
      if (status === 401) return unauthorized(service, request)
      return milliseconds === undefined
        ? service.failure(status, request)
        : withHeaders(service.failure(status, request), { 'retry-after': String(Math.ceil(milliseconds / 1000)) })
    case 'html':
      return { status, headers: { 'content-type': 'text/html' }, body: ['<!doctype html><title>Sign in</title>'] }
    case 'empty':
      return json(status, {})
    default:
      return undefined
  }
}

/** The answer to a caller whose token is not good. */
export const unauthorized = (service: Service, request: WireRequest): Reply =>
  withHeaders(service.failure(401, request), {
    'www-authenticate': 'Bearer authorization_uri="https://login.microsoftonline.com/", error="invalid_token"',
  })

/** An answer with more headers. */
export const withHeaders = (reply: Reply, headers: Readonly<Record<string, string>>): Reply => ({
  ...reply,
  headers: { ...reply.headers, ...headers },
})
