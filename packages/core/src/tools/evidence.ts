import type { Answer, Evidence } from '../answer.ts'
import type { Scope } from '../scope.ts'
import { serviceOf } from '../sources/azure-errors.ts'
import { counted } from '../wording.ts'
import { shortTime } from './cell.ts'
import type { Fence } from './fence.ts'
import type { Result } from './result.ts'

/** What was asked of which store, which rows these are, and on the first page what else can be asked. */
export interface PageEvidence {
  readonly [member: string]: unknown
  readonly asOf: string
  readonly window?: string
  readonly complete: boolean
  /** A sentence for each query. */
  readonly asked: readonly string[]
  readonly scope?: Readonly<Record<string, readonly string[]>>
  readonly view: string
  /** `1-25 of 312`. */
  readonly rows: string
  readonly otherViews?: readonly string[]
  readonly otherColumns?: readonly string[]
  /** What encloses free text. */
  readonly fence?: string
}

/** The evidence of a page, in brief: the queries themselves are in the docs. */
export function evidenceOf(
  { answer, columns, prose, otherViews, otherColumns, rows }: Result,
  { from, to }: { readonly from: number; readonly to: number },
  fence: Fence,
): PageEvidence {
  const { asOf, complete, view } = answer
  const window = answer.evidence.find((one) => one.window)?.window
  const scope = scopeIn(answer.evidence[0]?.scope)
  return {
    asOf: shortTime(asOf),
    ...(window && { window: `${shortTime(window.from)} to ${shortTime(window.to)}` }),
    complete,
    asked: askedIn(answer),
    ...(Object.keys(scope).length > 0 && { scope }),
    view,
    rows: to > from ? `${from + 1}-${to} of ${rows.length}` : `none of ${rows.length}`,
    ...(from === 0 && otherViews.length > 0 && { otherViews }),
    ...(from === 0 && otherColumns.length > 0 && { otherColumns }),
    ...(columns.some(({ name }) => prose.has(name)) && { fence: `${fence.open}text${fence.close}` }),
  }
}

/** A query may have been asked once for each part of the machines. */
function askedIn({ evidence }: Pick<Answer, 'evidence'>): readonly string[] {
  const queries = [...new Set(evidence.map(({ query }) => query))]
  return queries.map((query) => {
    const parts = evidence.filter((one) => one.query === query)
    const sum = (of: (one: Evidence) => number) => parts.reduce((total, one) => total + of(one), 0)
    const [rows, pages] = [sum((one) => one.rows), sum((one) => one.pages)]
    const services = [...new Set(parts.map(({ engine }) => serviceOf[engine]))]
    return `${query}: ${services.join()}, ${counted(rows, 'row')} in ${counted(pages, 'page')}`
  })
}

const shownIds = 3

/** The ids that were asked, a few of many. */
const scopeIn = (scope: Scope = {}): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    Object.entries(scope as Record<string, readonly string[]>)
      .filter(([, ids]) => ids.length > 0)
      .map(([name, ids]) => [
        name,
        ids.length > shownIds ? [...ids.slice(0, shownIds), `and ${ids.length - shownIds} more`] : ids,
      ]),
  )
