import { setImmediate } from 'node:timers/promises'
import { createContext, Script } from 'node:vm'
import { InfraError, type Source } from '@infra-analysis/core'

/** A source that works in this process, and that an interrupt stops before each page and amid the work on it. */
export const interruptible = (source: Source): Source => ({
  ...source,
  async *query(question) {
    const pages = source.query(question)[Symbol.asyncIterator]()
    for (;;) {
      const page = await stoppable(() => pages.next(), question.signal)
      if (page.done) return
      yield page.value
    }
  },
})

/** Where scripts run under the watch: one place for all, because each takes milliseconds and a megabyte. */
const watched: { work?: () => unknown } = {}
const script = new Script('work()')
createContext(watched)

/**
 * What `work` returns. Rejects when an interrupt came before, and with Cancelled when one comes while the work keeps the process busy: no
 * event reaches JavaScript then, but the watch that `node:vm` keeps over a script does.
 */
export async function stoppable<Result>(work: () => Result, signal?: AbortSignal): Promise<Awaited<Result>> {
  await setImmediate()
  signal?.throwIfAborted()
  try {
    watched.work = work
    return await (script.runInContext(watched, { breakOnSigint: true }) as Result)
  } catch (error) {
    if (!isInterrupt(error)) throw error
    throw new InfraError('Cancelled', 'The question was cancelled', 'Ask again.', error)
  }
}

// Thrown in the other context, it is no instance of this one's Error.
const isInterrupt = (error: unknown): boolean =>
  (error as { code?: unknown } | null)?.code === 'ERR_SCRIPT_EXECUTION_INTERRUPTED'
