import { setTimeout as pause } from 'node:timers/promises'
import { azure, InfraError, loopback, type Clock, type Source } from '@infra-analysis/core'
import type { Io } from './io.ts'
import { invalid } from './usage.ts'

const aDay = 86_400_000

/**
 * What answers in the place of Azure on this machine, at its own clock; undefined where `INFRA_ENDPOINT` names nothing. Throws
 * InvalidInput for an address that is elsewhere, before anything is sent there.
 */
export async function standIn({ env, signal }: Pick<Io, 'env' | 'signal'>): Promise<Source | undefined> {
  const { INFRA_ENDPOINT: endpoint, INFRA_TOKEN: token } = env
  if (!endpoint) return undefined
  if (!URL.canParse(endpoint)) throw invalid(`INFRA_ENDPOINT is '${endpoint}', which is no address`, mend)
  const httpClient = loopback(endpoint)
  if (!token) throw invalid('INFRA_ENDPOINT is set without INFRA_TOKEN', mend)
  const asOf = await clockOf(endpoint, signal)
  const credential = { getToken: async () => ({ token, expiresOnTimestamp: Date.now() + aDay }) }
  return { ...azure({ credential, httpClient, clock: runningFrom(asOf) }), name: 'sandbox', now: () => asOf }
}

/** A clock that shows this time now: pauses pass, whether or not the stand-in's own clock moves. */
function runningFrom(start: Date): Clock {
  const ahead = start.getTime() - performance.now()
  return {
    now: () => performance.now() + ahead,
    async sleep(milliseconds, signal) {
      await pause(milliseconds, undefined, signal && { signal })
    },
    random: Math.random,
  }
}

async function clockOf(endpoint: string, signal?: AbortSignal): Promise<Date> {
  try {
    const { headers } = await fetch(endpoint, { method: 'HEAD', redirect: 'manual', ...(signal && { signal }) })
    const date = new Date(headers.get('date') ?? Number.NaN)
    if (!Number.isNaN(date.getTime())) return date
  } catch (error) {
    if (signal?.aborted) throw error
  }
  throw new InfraError('ServiceUnavailable', `Nothing tells the time at INFRA_ENDPOINT, ${endpoint}`, mend)
}

const mend = 'Run infra-cli sandbox serve and set the two variables that it prints, or unset INFRA_ENDPOINT.'
