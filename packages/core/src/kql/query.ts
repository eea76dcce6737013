import type { z } from 'zod'
import type { Engine } from '../sources/source.ts'

/** A question to a store: KQL with declared parameters, and the columns that come back. */
export interface Query<Row extends z.ZodObject = z.ZodObject> {
  /** The name of its file without the ending. */
  readonly name: string
  readonly engine: Engine
  readonly kql: string
  readonly row: Row
  /** Machines in one question, for a query that reads each machine apart and would make the store hold too much of many. */
  readonly batch?: number
}

const to =
  (engine: Engine) =>
  <Row extends z.ZodObject>(name: string, kql: string, row: Row, options: Pick<Query, 'batch'> = {}): Query<Row> => ({
    name,
    engine,
    kql,
    row,
    ...options,
  })

/** A question to Azure Resource Graph. */
export const resourceGraph = to('resource-graph')
/** A question to a Log Analytics workspace. */
export const logAnalytics = to('log-analytics')
