import type { z } from 'zod'
import type { Evidence, Warning } from './answer.ts'
import type { Values } from './kql/bind.ts'
import type { Query } from './kql/query.ts'
import { type Asking, read } from './read.ts'

/** All rows of a query with what it took. */
export interface Asked<Row extends z.ZodObject> {
  readonly rows: readonly z.output<Row>[]
  /** False when the store lacks the table. */
  readonly isCollected: boolean
  readonly evidence: readonly Evidence[]
  readonly gaps: readonly Warning[]
}

/** Asks a query once for each set of values, one after the other. Throws the errors of the source, and RowMismatch. */
export async function askAll<Row extends z.ZodObject>(
  query: Query<Row>,
  asking: Asking,
  batches: readonly Values[],
): Promise<Asked<Row>> {
  const answers: Asked<Row>[] = []
  for (const values of batches) answers.push(await ask(query, { ...asking, values }))
  return {
    rows: answers.flatMap(({ rows }) => rows),
    isCollected: answers.every(({ isCollected }) => isCollected),
    evidence: answers.flatMap(({ evidence }) => evidence),
    gaps: answers.flatMap(({ gaps }) => gaps),
  }
}

/** Asks a query to the end. Throws the errors of the source, and RowMismatch. */
export async function ask<Row extends z.ZodObject>(query: Query<Row>, asking: Asking): Promise<Asked<Row>> {
  const reading = read(query, asking)
  const rows: z.output<Row>[] = []
  for await (const page of reading.pages) for (const row of page) rows.push(row)
  const { isCollected, evidence, gaps } = reading.soFar()
  return { rows, isCollected, evidence: [evidence], gaps }
}
