import type { Service } from './service.ts'
import { json, type Reply, type WireRequest } from './wire.ts'

/** The services of one server. */
export interface Services {
  readonly resourceGraph: Service
  readonly logAnalytics: Service
}

const graphPath = '/providers/microsoft.resourcegraph/resources'

/** The service that a request is meant for. */
export function serviceFor({ method, path }: WireRequest, services: Services): Service | undefined {
  if (method !== 'POST') return undefined
  if (path.toLowerCase() === graphPath) return services.resourceGraph
  return path.startsWith('/v1/') ? services.logAnalytics : undefined
}

/** The answer to a request that no service is meant for. */
export const notFound = ({ method, path }: WireRequest): Reply =>
  json(404, { error: { code: 'NotFound', message: `There is nothing at ${method} ${path}` } })
