import type { Check } from '@infra-analysis/core'
import type { Client } from '@modelcontextprotocol/client'
import { connect, type Era } from './session.ts'
import { shown } from './shown.ts'
import type { Visit } from './tried.ts'
import { troubleOf } from './trouble.ts'

/** The sessions that opened, by era, and what there is to say about each. */
export interface Opened {
  readonly clients: Readonly<Partial<Record<Era, Client>>>
  readonly checks: readonly Check[]
}

const names: Readonly<Record<Era, string>> = { modern: 'clients of 2026-07-28', legacy: 'clients that initialize' }

/** Opens a session in either era. One of them is enough to be of use, but not to all clients. */
export async function openEras(visit: Visit): Promise<Opened> {
  const modern = await attempt(visit, 'modern')
  const legacy = await attempt(visit, 'legacy')
  const opened = { ...(modern.client && { modern: modern.client }), ...(legacy.client && { legacy: legacy.client }) }
  // That a server is not of the newer era hides why it cannot be reached.
  const trouble = legacy.error ?? modern.error
  const checkOf = (era: Era, { client, ms }: Attempt): Check => {
    if (client) return { name: names[era], state: 'ok', detail: `${identityOf(client)}, ${ms} ms` }
    if (opened.modern ?? opened.legacy) return { name: names[era], state: 'warning', ...unserved[era] }
    return { name: names[era], state: 'failed', ...troubleOf(trouble, visit.target) }
  }
  return { clients: opened, checks: [checkOf('modern', modern), checkOf('legacy', legacy)] }
}

const unserved: Readonly<Record<Era, Pick<Check, 'detail' | 'mend'>>> = {
  modern: {
    detail: 'Not served',
    mend: { advice: 'A few clients speak only this revision; a Functions app cannot serve it by its own extension.' },
  },
  legacy: { detail: 'Not served', mend: { advice: 'Most clients still open this way: let the server take both.' } },
}

interface Attempt {
  readonly client?: Client
  readonly error?: unknown
  readonly ms: number
}

async function attempt({ target, patience }: Visit, era: Era): Promise<Attempt> {
  const start = performance.now()
  try {
    const client = await connect(target, era, patience)
    return { client, ms: Math.round(performance.now() - start) }
  } catch (error) {
    patience.signal?.throwIfAborted()
    return { error, ms: Math.round(performance.now() - start) }
  }
}

function identityOf(client: Client): string {
  const { name = 'a server without name', version = '' } = client.getServerVersion() ?? {}
  return `${shown(`${name} ${version}`.trim())}, protocol ${shown(client.getNegotiatedProtocolVersion() ?? 'unknown')}`
}
