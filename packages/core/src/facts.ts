import type { z } from 'zod'
import type { Directory } from './directory.ts'
import type { Query } from './kql/query.ts'
import type { Window } from './time.ts'

/** What an analysis knows besides the row at hand: the clock, the machines, and the whole answers to its side questions. */
export interface Facts {
  readonly asOf: Date
  /** The time that the answer looks at. */
  readonly window: Window
  /** The machines that the answer is about; empty for questions to Resource Graph, whose rows say it themselves. */
  readonly directory: Directory
  /** Whether the store has the table of a side question or view at all. */
  isCollected(query: Query): boolean
  /** All rows of a side question. */
  of<Row extends z.ZodObject>(query: Query<Row>): readonly z.output<Row>[]
  /** The row of a side question whose `key` column holds this value: the first, if there are several. */
  find<Row extends z.ZodObject>(
    query: Query<Row>,
    key: keyof z.output<Row> & string,
    value: string,
  ): z.output<Row> | undefined
}

type Rows = readonly Readonly<Record<string, unknown>>[]

/** Facts from answers by query name, null where the store lacks the table; look-ups are indexed on first use. */
export function factsOf(
  known: Pick<Facts, 'asOf' | 'window' | 'directory'>,
  answers: ReadonlyMap<string, Rows | null>,
): Facts {
  const indexes = new Map<string, Map<unknown, Rows[number]>>()
  const rowsOf = (name: string): Rows => {
    const rows = answers.get(name)
    if (rows === undefined) throw new TypeError(`'${name}' is not among the facts of this analysis`)
    return rows ?? []
  }
  const indexOf = (name: string, key: string) => {
    const index = new Map<unknown, Rows[number]>()
    for (const row of rowsOf(name)) if (!index.has(row[key])) index.set(row[key], row)
    return index
  }
  return {
    ...known,
    isCollected: ({ name }) => answers.get(name) !== null,
    of: <Row extends z.ZodObject>(query: Query<Row>) => rowsOf(query.name) as readonly z.output<Row>[],
    find: <Row extends z.ZodObject>(query: Query<Row>, key: string, value: string) => {
      const index = indexes.get(`${query.name}.${key}`) ?? indexOf(query.name, key)
      indexes.set(`${query.name}.${key}`, index)
      return index.get(value) as z.output<Row> | undefined
    },
  }
}
