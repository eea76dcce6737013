import type { Clock, Reply, Source } from '@infra-analysis/core'
import { logTo } from '../src/audit/log.ts'
import type { Callable, HostCall } from '../src/callable.ts'
import { type Host, hostOf } from '../src/host.ts'
import type { Caller } from '../src/identity/caller.ts'
import type { SignIn } from '../src/identity/credential.ts'
import { type Answer, type CallRequest, pipelineOf } from '../src/pipeline.ts'
import { type Env, settingsOf } from '../src/settings.ts'
import { manualClock } from './clock.ts'

interface Options {
  readonly env?: Env
  readonly callables?: readonly Callable[]
  readonly source?: Source
  readonly clock?: Clock
  readonly httpClient?: SignIn['httpClient']
}

/** A host with all its lines of log, as JSON. */
export interface TestHost {
  readonly host: Host
  readonly answer: Answer
  readonly lines: Record<string, unknown>[]
}

/** A host of these tools that writes its log into `lines`; on the sample fleet unless told otherwise. */
export function testHost({
  env = {},
  callables = [],
  source,
  clock = manualClock(),
  httpClient,
}: Options = {}): TestHost {
  const lines: Record<string, unknown>[] = []
  const log = logTo((line) => lines.push(JSON.parse(line) as Record<string, unknown>))
  const settings = settingsOf({ INFRA_SOURCE: 'sandbox', ...env })
  const host = hostOf({ settings, callables, clock, log, source, httpClient })
  return { host, answer: pipelineOf(host), lines }
}

/** A tool that does what a test needs. */
export const toolThat = (call: (args: unknown, call: HostCall) => Promise<Reply>, name = 'get_thing'): Callable => ({
  name,
  title: 'Thing',
  description: 'Gets a thing.',
  owner: `test '${name}'`,
  inputSchema: { type: 'object', properties: { os: { enum: ['windows', 'linux'] }, name: { type: 'string' } } },
  outputSchema: { type: 'object', properties: {} },
  call,
})

/** What a tool says when all is well. */
export const fine: Reply = {
  result: { content: [{ type: 'text', text: 'fine' }] },
  outcome: { code: 'ok', rows: 3, complete: true, scope: { subscriptions: [] } },
}

export const nobody: Caller = { how: 'none', roles: [] }

/** A call by nobody in particular. */
export const request = (more: Partial<CallRequest> = {}): CallRequest => ({
  tool: 'get_thing',
  args: {},
  caller: nobody,
  invocationId: 'invocation-1',
  via: 'mcp',
  ...more,
})
