import { type Engine, InfraError, type Page, type Question, type Source } from '@infra-analysis/core'
import type { Breaker } from './breaker.ts'

/** A breaker for each service. */
export type Breakers = Readonly<Record<Engine, Breaker>>

/** The source with a breaker before each of its services. */
export const breaking = (source: Source, breakers: Breakers): Source => ({
  ...source,
  query: (question) => watched(source, question, breakers[question.engine]),
})

async function* watched(source: Source, question: Question, breaker: Breaker): AsyncGenerator<Page> {
  const ended = breaker.enter()
  let failed: boolean | undefined
  try {
    for await (const page of source.query(question)) {
      failed = false
      yield page
    }
    failed = false
  } catch (error) {
    failed = hasFailed(error)
    throw error
  } finally {
    ended(failed)
  }
}

/** A refusal is an answer: the service is well. */
function hasFailed(error: unknown): boolean | undefined {
  if (!(error instanceof InfraError)) return true
  return error.code === 'Cancelled' ? undefined : error.code === 'ServiceUnavailable'
}
