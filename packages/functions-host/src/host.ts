import type { Clock } from '@infra-analysis/core'
import type { Log } from './audit/log.ts'
import type { Callable } from './callable.ts'
import { unknownTools } from './identity/roles.ts'
import { breaker } from './limits/breaker.ts'
import type { Breakers } from './limits/breaking.ts'
import { type Limited, limitsOf } from './limits/limited.ts'
import { type PlaceFor, placesOf, type Reach } from './places.ts'
import { registryOf } from './registry.ts'
import type { Settings } from './settings.ts'
import { unusable } from './unusable.ts'

/** What the pipeline works with. */
export interface Host {
  readonly settings: Settings
  readonly clock: Clock
  readonly log: Log
  /** By name. */
  readonly callables: ReadonlyMap<string, Callable>
  readonly breakers: Breakers
  readonly limited: Limited
  readonly placeFor: PlaceFor
}

interface Parts extends Pick<Reach, 'httpClient' | 'source'> {
  readonly settings: Settings
  readonly callables: readonly Callable[]
  readonly clock: Clock
  readonly log: Log
}

/** The host of these tools. Throws InvalidInput for names that are taken, and for roles that are given tools which do not exist. */
export function hostOf({ settings, callables, clock, log, httpClient, source }: Parts): Host {
  const registry = registryOf(callables)
  const unknown = settings.roleTools ? unknownTools(settings.roleTools, [...registry.keys()]) : []
  if (unknown.length > 0) throw unusable([`MCP_ROLE_TOOLS names tools that do not exist: ${unknown.join(', ')}`])
  const breakers = {
    'resource-graph': breaker('Azure Resource Graph', clock),
    'log-analytics': breaker('Log Analytics', clock),
  }
  return {
    settings,
    clock,
    log,
    callables: registry,
    breakers,
    limited: limitsOf(settings.limits, clock),
    placeFor: placesOf(settings, { breakers, clock, httpClient, source }),
  }
}
