import { AsyncLocalStorage } from 'node:async_hooks'
import type { InvocationContext, PreInvocationContext } from '@azure/functions'
import { type Logger, pino } from 'pino'
import { redacted } from './redacted.ts'

/** A logger through which every text goes redacted. */
export type Log = Logger

const invocations = new AsyncLocalStorage<InvocationContext>()

/** A hook before each invocation: what is logged within it goes to the host under its id. */
export function withinInvocation(hook: PreInvocationContext): void {
  const { functionHandler, invocationContext } = hook
  hook.functionHandler = (...args) => invocations.run(invocationContext, () => functionHandler(...args))
}

/** Pino, a JSON line a call, into the log of the current invocation; outside of one to `write`. Every text is redacted. */
export const logTo = (write: (line: string) => unknown): Log =>
  pino(
    {
      base: null,
      mixin: () => {
        const { invocationId, functionName } = invocations.getStore() ?? {}
        return { invocationId, functionName }
      },
      hooks: {
        logMethod(args, method) {
          method.apply(this, args.map((arg) => redacted(arg)) as Parameters<typeof method>)
        },
      },
    },
    { write: (line) => hand(line, write) },
  )

type Level = 'debug' | 'info' | 'warn' | 'error'

function hand(line: string, write: (line: string) => unknown): void {
  const invocation = invocations.getStore()
  if (!invocation) return void write(line)
  const { level } = JSON.parse(line) as { level: number }
  invocation[levelOf(level)](line.trimEnd())
}

function levelOf(level: number): Level {
  if (level >= 50) return 'error'
  if (level >= 40) return 'warn'
  return level >= 30 ? 'info' : 'debug'
}
