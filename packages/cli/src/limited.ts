/** The first rows of many. */
export interface Limited<Row> {
  readonly rows: AsyncIterable<Row>
  /** Whether rows are left behind the limit, as far as they were read. */
  readonly hasMore: () => boolean
}

/** Rows up to a limit; the rest is not read, unless it has to be known to be there. */
export function limited<Row>(rows: AsyncIterable<Row>, limit: number, readsOn: boolean): Limited<Row> {
  let hasMore = false
  async function* first(): AsyncGenerator<Row> {
    let count = 0
    for await (const row of rows) {
      hasMore = count === limit
      if (!hasMore) {
        count += 1
        yield row
      } else if (!readsOn) return
    }
  }
  return { rows: first(), hasMore: () => hasMore }
}
