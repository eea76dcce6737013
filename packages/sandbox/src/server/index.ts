import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { InfraError } from '@infra-analysis/core'
import { fleet } from '../machines/index.ts'
import type { SandboxOptions } from '../index.ts'
import { caps, type Caps } from '../pages.ts'
import { random } from '../random.ts'
import { tablesOf } from '../tables/index.ts'
import { workspacesOf } from '../workspaces.ts'
import type { Desk } from './exchange.ts'
import { faultPlan } from './fault-plan.ts'
import type { Fault } from './faults.ts'
import { graphAnswers } from './graph-answers.ts'
import { listener, type Seen } from './listener.ts'
import { logAnalytics } from './log-analytics.ts'
import { logTablesFor } from './log-tables.ts'
import { quotaOf, type Allowance } from './quota.ts'
import { mostPageBytes, resourceGraph } from './resource-graph.ts'
import { syntheticRows } from './synthetic.ts'
import { timer as realTime, type Timer } from './timer.ts'
import { tokensOf } from './tokens.ts'

export { faultKinds, parseFaults, type Fault, type FaultKind } from './faults.ts'
export type { Seen } from './listener.ts'
export type { Allowance } from './quota.ts'
export type { Timer } from './timer.ts'

/** Which fleet is served, and how well. */
export interface ServeOptions extends SandboxOptions {
  /** 0, the default, takes a port that is free. */
  readonly port?: number
  readonly faults?: readonly Fault[]
  /** How often each token may ask; as the services do unless told otherwise. */
  readonly quota?: { readonly resourceGraph?: Allowance; readonly logAnalytics?: Allowance }
  /** Tokens that begin so are good, besides the issued one. */
  readonly tokenPrefix?: string
  /** The most that an answer of Log Analytics holds. */
  readonly caps?: Partial<Caps>
  /** The most bytes of a page of Resource Graph. */
  readonly pageBytes?: number
  /** Every answer waits for up to so many milliseconds; 2. */
  readonly delayMs?: number
  /** Replaces the table `resources` by so many small rows, none of which is kept. */
  readonly tableRows?: number
  readonly timer?: Timer
}

/** A server that listens on loopback. */
export interface Served {
  /** The origin: `http://127.0.0.1:<port>`. */
  readonly url: string
  /** A bearer token that is good. */
  readonly token: string
  /** What was asked so far, in the order of the answers. */
  readonly requests: readonly Seen[]
  /** Ends all connections. */
  readonly close: () => Promise<void>
}

const graphAllowance: Allowance = { requests: 15, windowMs: 5_000 }
const logAllowance: Allowance = { requests: 200, windowMs: 30_000 }

// As long as in the cloud: a connection that ends while a caller waits would be a fault that nobody asked for.
const idleMs = 240_000

/**
 * Speaks the wire of Resource Graph and of Log Analytics over the tables of a sample fleet. Throws InvalidInput for a port that cannot
 * be had.
 */
export async function serve(options: ServeOptions = {}): Promise<Served> {
  const { tokens, ...desk } = deskOf(options)
  const requests: Seen[] = []
  const listen = listener({ ...desk, tokens }, (seen) => requests.push(seen))
  const server = createServer({ keepAliveTimeout: idleMs }, listen)
  try {
    server.listen(options.port ?? 0, '127.0.0.1')
    await once(server, 'listening')
  } catch (cause) {
    const message = `Port ${options.port} cannot be listened on`
    throw new InfraError('InvalidInput', message, 'Give another port, or 0 for any that is free.', cause)
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: tokens.issued,
    requests,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

function deskOf(options: ServeOptions): Desk {
  const { timer = realTime, quota = {}, faults = [], tableRows, tokenPrefix, delayMs = 2, seed = 1 } = options
  const machines = fleet(options)
  const answers = graphAnswers(tablesOf(machines), tableRows === undefined ? undefined : syntheticRows(tableRows))
  const tables = logTablesFor(workspacesOf(machines, options), machines)
  return {
    services: {
      resourceGraph: resourceGraph(
        answers,
        quotaOf(quota.resourceGraph ?? graphAllowance, timer),
        options.pageBytes ?? mostPageBytes,
      ),
      logAnalytics: logAnalytics(
        tables,
        quotaOf(quota.logAnalytics ?? logAllowance, timer),
        { ...caps, ...options.caps },
        timer,
      ),
    },
    tokens: tokensOf(tokenPrefix),
    faults: faultPlan(faults),
    timer,
    delayMs,
    random: random(seed, 'server'),
  }
}
