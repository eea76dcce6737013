import { cellOf, fullLengths, type Lengths } from './cell.ts'
import { coverageIn, type PageCoverage } from './coverage.ts'
import { evidenceOf, type PageEvidence } from './evidence.ts'
import { type Fence, fenceOf } from './fence.ts'
import type { Result } from './result.ts'
import { summaryOf } from './summary.ts'
import { textOf } from './text.ts'
import type { ResultPage } from './tool.ts'
import { warningsOf } from './warnings.ts'

/** A page with all that its text says. */
export interface Page extends ResultPage {
  readonly coverage: PageCoverage
  readonly evidence: PageEvidence
}

/** Where a page begins, how long it may get, and how the next one is asked for. */
export interface Cut {
  readonly offset: number
  readonly limit: number
  readonly cursorAt: (offset: number) => string
  /** What the reader has to know about this page besides the answer's own warnings. */
  readonly warnings: readonly string[]
}

/** The bytes that the JSON of a page may take, and its text. */
export const pageBytes = 7500

/** How much of everything a page shows; the further down, the more room for a row that is too large. */
interface Room extends Lengths {
  /** Resources that are named in the summary and in the coverage. */
  readonly named: number
  readonly sentence: number
}

const rooms: readonly [Room, ...Room[]] = [
  { ...fullLengths, named: 5, sentence: 200 },
  { text: 120, prose: 120, named: 3, sentence: 120 },
  { text: 40, prose: 40, named: 1, sentence: 80 },
  { text: 10, prose: 10, named: 0, sentence: 20 },
]

const shortened = 'shortened: Texts are cut so that the page fits; ask for fewer columns to see more of them.'

/** As many rows from the offset as are wanted and fit, at least one if there is one, with all that a reader needs to judge them. */
export function pageOf(result: Result, cut: Cut, fence: Fence = fenceOf()): Page {
  const left = Math.max(0, result.rows.length - cut.offset)
  for (const room of rooms) {
    const isTight = room !== rooms[0]
    // A row that fits no page at its full length costs the others nothing: it stands alone.
    const wanted = Math.min(isTight ? 1 : cut.limit, left)
    const warnings = isTight ? [...cut.warnings, shortened] : cut.warnings
    const rows = rowsOf(result, cut.offset, wanted, room, fence)
    const page = longest(wanted, (count) => pageWith(rows.slice(0, count), result, { ...cut, warnings }, room, fence))
    if (page) return page
  }
  throw new RangeError('A page does not fit')
}

/** The page with the most rows that fits; undefined if not even one does. */
function longest(wanted: number, make: (count: number) => Page): Page | undefined {
  const whole = make(wanted)
  if (fits(whole)) return whole
  let [low, high] = [0, wanted]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (fits(make(middle))) low = middle
    else high = middle
  }
  return low === 0 ? undefined : make(low)
}

const fits = (page: Page): boolean =>
  Buffer.byteLength(JSON.stringify(page)) <= pageBytes && Buffer.byteLength(textOf(page)) <= pageBytes

function rowsOf(
  { columns, prose, rows }: Result,
  offset: number,
  count: number,
  room: Room,
  fence: Fence,
): Page['rows'] {
  return rows
    .slice(offset, offset + count)
    .map((cells) => columns.map((column, i) => cellOf(cells[i], column, prose.has(column.name), room, fence)))
}

function pageWith(
  rows: Page['rows'],
  result: Result,
  { offset, cursorAt, warnings }: Cut,
  room: Room,
  fence: Fence,
): Page {
  const { answer, columns } = result
  const end = offset + rows.length
  // Who asks for further rows has read the first page.
  const named = offset === 0 ? room.named : 0
  return {
    summary: summaryOf(answer.summary, named, room.sentence),
    columns: columns.map(({ name }) => name),
    rows,
    ...(end < result.rows.length && { nextCursor: cursorAt(end) }),
    coverage: coverageIn(answer.coverage, named, room.sentence),
    warnings: [...warnings, ...warningsOf(answer, room.sentence)],
    evidence: evidenceOf(result, { from: offset, to: end }, fence),
  }
}
