import { setImmediate } from 'node:timers/promises'

const most = 1000

/** Rows in batches: those that are there before others have to be waited for. The first batch may be empty, no other one is. */
export async function* arriving<Row>(rows: AsyncIterable<Row>): AsyncGenerator<readonly Row[]> {
  const iterator = rows[Symbol.asyncIterator]()
  let batch: Row[] = []
  let isFirst = true
  let turn = setImmediate(true)
  try {
    for (;;) {
      const next = iterator.next()
      // A row that comes without input or output is there before the turn of the event loop.
      const isAwaited = batch.length === most || (await Promise.race([next.then(() => false), turn]))
      if (isAwaited && batch.length > 0) {
        yield batch
        batch = []
        isFirst = false
      }
      const { done, value } = await next
      if (done) break
      if (isAwaited) turn = setImmediate(true)
      batch.push(value)
    }
    if (batch.length > 0 || isFirst) yield batch
  } finally {
    await iterator.return?.()
  }
}
