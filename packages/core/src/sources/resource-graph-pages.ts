import type { Warning } from '../answer.ts'
import { InfraError } from '../errors.ts'
import type { AskPage, Part } from './resource-graph-request.ts'
import type { ResourceGraphBody } from './resource-graph-body.ts'
import type { Seen } from './seen.ts'
import type { Page } from './source.ts'

/** A part of a question, and what is known about its answer. */
export interface Reading {
  readonly part: Part
  /** The column whose values tell the rows of the answer apart. */
  readonly key?: string | undefined
  /** The keys of all parts. */
  readonly seen: Seen
  /** The query asks for some rows only. */
  readonly isLimited: boolean
}

const mostRows = 1000

/** Reads the pages of a part to the end. Throws InfraError when a row would be missing or come twice, and a page could not say so. */
export async function* readPages(ask: AskPage, reading: Reading): AsyncGenerator<Page> {
  const { part, key } = reading
  let top = mostRows
  let received = 0
  const totals = new Set<number>()
  let place: { readonly skipToken?: string; readonly skip?: number } = {}
  let effort = { requests: 0, waitedMs: 0 }
  for (;;) {
    const ending = await ask(part, { top, ...place })
    effort = { requests: effort.requests + ending.requests, waitedMs: effort.waitedMs + ending.waitedMs }
    if ('failure' in ending) {
      const { error, isTooLarge } = ending.failure
      const isLost = error.code === 'QueryRejected' && place.skipToken !== undefined && !isTooLarge
      // A page of fewer rows is smaller, and unlike a query for some of the rows it leaves their order alone.
      if (isTooLarge && top > 1) top = Math.ceil(top / 4)
      // The answer is sorted by its key, so that counting leads to the same place.
      else if (isLost && key) place = { skip: received }
      else throw isLost ? lostPlace(error) : error
    } else {
      const { body, header } = ending
      refuseRepeated(body, reading)
      received += body.rows.length
      totals.add(body.total)
      place = body.skipToken ? { skipToken: body.skipToken } : {}
      const gaps = [
        ...(header('x-ms-tenant-subscription-limit-hit') === 'true' ? [tooManySubscriptions] : []),
        ...(body.skipToken ? [] : missing(body, received === body.total && totals.size === 1, reading)),
      ]
      yield { columns: body.columns, rows: body.rows, ...effort, ...(gaps.length > 0 && { gaps }) }
      if (!body.skipToken) return
      effort = { requests: 0, waitedMs: 0 }
    }
  }
}

function refuseRepeated({ columns, rows }: ResourceGraphBody, { key, seen }: Reading): void {
  const slot = columns.findIndex(({ name }) => name === key)
  if (slot === -1) return
  const repeated = seen.again(rows.map((row) => String(row[slot])))
  if (repeated.length === 0) return
  throw new InfraError(
    'ServiceUnavailable',
    'Resource Graph gave rows twice: the fleet changed while it was read',
    'Ask again.',
    { repeated: repeated.slice(0, 10) },
  )
}

/** What the last page lacks, where the rows may or may not be as many as were counted. */
function missing({ isTruncated }: ResourceGraphBody, isAll: boolean, { isLimited }: Reading): readonly Warning[] {
  if (isTruncated && !(isLimited && isAll)) return [truncated]
  return isAll ? [] : [changed]
}

const lostPlace = (cause: InfraError): InfraError =>
  new InfraError(
    'ServiceUnavailable',
    'Resource Graph does not know any more how far the answer was read',
    'Ask again.',
    cause,
  )

const truncated: Warning = {
  code: 'truncated',
  message: 'Resource Graph cut the answer off.',
  hint: 'Ask without take or limit, and with a column that is not dynamic.',
}

const changed: Warning = {
  code: 'changed-while-read',
  message: 'The number of rows changed while Resource Graph was read page by page: some may be missing.',
  hint: 'Ask again.',
}

const tooManySubscriptions: Warning = {
  code: 'subscription-limit',
  message: 'The scope holds more subscriptions than Resource Graph looks at, which is 10,000.',
  hint: 'Ask for smaller management groups one by one.',
}
