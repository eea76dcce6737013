import type { z } from 'zod'
import type { Facts } from './facts.ts'
import type { Query } from './kql/query.ts'

/** A table that an analysis can answer with: a query's rows, shaped. */
export interface View<Raw extends z.ZodObject = z.ZodObject, Row extends z.ZodObject = z.ZodObject> {
  /** What one row is. */
  readonly description: string
  readonly query: Query<Raw>
  /** Further queries with rows of the same kind. */
  readonly also?: readonly Query<Raw>[]
  /** The columns of the answer, in order. */
  readonly row: Row
  /** The columns to show where there is little room. */
  readonly brief: readonly (keyof z.output<Row> & string)[]
  /** The answer's row or rows from one of the store's. */
  shape(raw: z.output<Raw>, facts: Facts): z.output<Row> | readonly z.output<Row>[]
}

export const defineView = <Raw extends z.ZodObject, Row extends z.ZodObject>(view: View<Raw, Row>): View<Raw, Row> =>
  view

/** A view whose rows are the store's as they are. */
export const plainView = <Row extends z.ZodObject>(view: Omit<View<Row, Row>, 'row' | 'shape'>): View<Row, Row> => ({
  ...view,
  row: view.query.row,
  shape: (raw) => raw,
})

/** The queries whose rows a view is made of. */
export const queriesIn = ({ query, also = [] }: View): readonly Query[] => [query, ...also]
