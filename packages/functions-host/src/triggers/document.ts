import type { Outcome, Reply, ResultPage } from '@infra-analysis/core'

/** The answer to a call as programs get it. */
export interface ResultDocument {
  readonly tool: string
  /** The mark that the sender of a message gave it. */
  readonly id?: string | undefined
  readonly invocationId: string
  /** ISO 8601, UTC. */
  readonly answeredAt: string
  readonly code: Outcome['code']
  readonly complete: boolean
  /** Rows of the whole answer. */
  readonly rows: number
  /** One page of it; absent when the call failed. */
  readonly result?: ResultPage
  /** What was wrong and what to do. */
  readonly error?: string
}

type Called = Pick<ResultDocument, 'tool' | 'id' | 'invocationId'>

/** A reply as a document. */
export function documentOf({ outcome, result }: Reply, call: Called, at: number): ResultDocument {
  const { code, complete, rows } = outcome
  const { isError, structuredContent } = result
  const text = result.content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('\n')
  return {
    ...call,
    answeredAt: new Date(at).toISOString(),
    code,
    complete,
    rows,
    ...(structuredContent && { result: structuredContent }),
    ...(isError && { error: text }),
  }
}
