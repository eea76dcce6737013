import type { z } from 'zod'
import { ask, type Asked } from '../ask.ts'
import type { Asking } from '../read.ts'
import { type ErrorCode, InfraError } from '../errors.ts'
import type { Query } from '../kql/query.ts'

/** The answer to a question, or why there is none. */
export type Attempt<Row extends z.ZodObject> = Asked<Row> | { readonly error: InfraError }

const conditions = new Set<ErrorCode>([
  'SignInRequired',
  'AccessDenied',
  'Throttled',
  'ServiceUnavailable',
  'InvalidInput',
])

/** Asks a query to the end. Throws what no condition of the place explains, such as a defect or an interrupt. */
export async function attempt<Row extends z.ZodObject>(query: Query<Row>, asking: Asking): Promise<Attempt<Row>> {
  try {
    return await ask(query, asking)
  } catch (error) {
    if (error instanceof InfraError && conditions.has(error.code)) return { error }
    throw error
  }
}

/** The rows of an answer, none where there is no answer. */
export const rowsOf = <Row extends z.ZodObject>(answer: Attempt<Row> | undefined): readonly z.output<Row>[] =>
  answer && 'rows' in answer ? answer.rows : []
