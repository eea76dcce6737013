import { app } from '@azure/functions'
import type { Host } from './host.ts'

/** Registers `GET /api/health`, which everybody may ask and which names nothing that is secret: no id, no host, no caller. */
export function registerHealth(host: Host): void {
  app.http('health', {
    methods: ['GET'],
    route: 'health',
    authLevel: 'anonymous',
    handler: () => ({ jsonBody: healthOf(host), headers: { 'cache-control': 'no-store' } }),
  })
}

/** How the host is: `degraded` while a service is let be. */
function healthOf({ breakers, callables, settings }: Host): Readonly<Record<string, unknown>> {
  const services = Object.fromEntries(Object.entries(breakers).map(([name, { state }]) => [name, state]))
  const isWell = Object.values(services).every((state) => state === 'closed')
  return {
    status: isWell ? 'ok' : 'degraded',
    source: settings.source,
    outboundIdentity: settings.outbound,
    signIn: settings.authentication.enabled,
    tools: callables.size,
    services,
  }
}
