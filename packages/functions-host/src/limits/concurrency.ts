import { InfraError } from '@infra-analysis/core'

/** Does some work when it is its turn. Throws Throttled when too many wait already. */
export type Turns = <Result>(work: () => Promise<Result>, signal?: AbortSignal) => Promise<Result>

/** At most `most` at work at a time, and four times as many waiting, first come first served. */
export function turns(most: number): Turns {
  let atWork = 0
  const waiting: (() => void)[] = []
  return async (work, signal) => {
    if (atWork >= most) {
      if (waiting.length >= 4 * most) {
        throw new InfraError('Throttled', 'Too many calls at the same time', 'Call again in a few seconds.')
      }
      await turn(waiting, signal)
    } else {
      atWork++
    }
    try {
      return await work()
    } finally {
      // the place goes to the next in line, or is free
      const next = waiting.shift()
      if (next) next()
      else atWork--
    }
  }
}

function turn(waiting: (() => void)[], signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      waiting.splice(waiting.indexOf(start), 1)
      reject(signal?.reason as Error)
    }
    const start = () => {
      signal?.removeEventListener('abort', leave)
      resolve()
    }
    waiting.push(start)
    if (signal?.aborted) leave()
    else signal?.addEventListener('abort', leave, { once: true })
  })
}
