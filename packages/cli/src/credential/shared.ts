import type { Credential } from '../credential.ts'

type Signal = NonNullable<NonNullable<Parameters<Credential['getToken']>[1]>['abortSignal']>

/** A question whose answer several wait for. */
export interface Shared<Answer> {
  /** Whether it has to be asked anew: it has failed, was given up, or its answer is too old. */
  isOver(isTooOld: (answer: Answer) => boolean): boolean
  /** The answer. Who waits leaves when the signal aborts. */
  wait(signal?: Signal): Promise<Answer>
}

/** Asks a question once for all who wait, and gives it up when the last of them leaves. */
export function shared<Answer>(ask: (signal: AbortSignal) => Promise<Answer>): Shared<Answer> {
  const end = new AbortController()
  const answer = ask(end.signal)
  let state: { readonly answer: Answer } | 'open' | 'failed' = 'open'
  answer.then(
    (known) => (state = { answer: known }),
    () => (state = 'failed'),
  )
  let waiting = 0
  return {
    isOver: (isTooOld) =>
      end.signal.aborted || state === 'failed' || (typeof state === 'object' && isTooOld(state.answer)),
    async wait(signal) {
      const leave = () => {
        waiting -= 1
        if (waiting === 0) end.abort()
      }
      waiting += 1
      signal?.addEventListener('abort', leave)
      if (signal?.aborted === true) leave()
      try {
        return await answer
      } finally {
        signal?.removeEventListener('abort', leave)
      }
    },
  }
}
