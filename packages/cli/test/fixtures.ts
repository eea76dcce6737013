import type { Answer, ColumnInfo, Page, Source } from '@infra-analysis/core'
import type { Io } from '../src/io.ts'
import type { Look } from '../src/look.ts'
import { cellText } from '../src/formats/cell.ts'
import type { Row, Sheet } from '../src/formats/sheet.ts'
import { plain } from '../src/style.ts'

/** A look of so many columns, without colour. */
export const look = (width: number, more: Partial<Look> = {}): Look => ({
  width,
  textWidth: Math.min(width, 100),
  style: plain,
  isTerminal: true,
  ...more,
})

export const column = (name: string, type: ColumnInfo['type'] = 'string', unit?: string): ColumnInfo => ({
  name,
  type,
  description: `The ${name}`,
  ...(unit ? { unit } : {}),
})

export const answer = (columns: readonly ColumnInfo[], rows: readonly Row[], more: Partial<Answer> = {}): Answer => ({
  analysis: 'server-metadata',
  view: 'servers',
  asOf: '2026-11-20T09:00:00.000Z',
  summary: { headline: 'Two servers.', figures: [], offenders: [] },
  columns,
  rows,
  findings: [],
  coverage: { total: rows.length, covered: rows.length, states: {}, gaps: [] },
  warnings: [],
  evidence: [],
  complete: true,
  ...more,
})

export const sheet = (columns: readonly ColumnInfo[], rows: readonly Row[], more: Partial<Sheet> = {}): Sheet => ({
  headline: 'Two servers.',
  about: answer(columns, rows),
  columns,
  rows,
  textOf: cellText,
  isChosen: false,
  ...more,
})

/** A source of which every query has the same answer: no rows, unless something else is given. */
export const opening =
  (query: Source['query']): NonNullable<Io['open']> =>
  () =>
    Promise.resolve({ source: { name: 'sandbox', now: () => new Date('2026-11-20T09:00:00Z'), query }, scope: {} })

/** A source that asks another one each question only once. */
export function remembering(source: Source): Source {
  const answers = new Map<string, Page[]>()
  return {
    ...source,
    async *query(question) {
      const pages = answers.get(question.kql) ?? []
      if (pages.length === 0) for await (const page of source.query(question)) pages.push(page)
      answers.set(question.kql, pages)
      yield* pages
    },
  }
}

export const empty: Page = { columns: [], rows: [], requests: 1, waitedMs: 0 }

export const silent = opening(async function* () {
  yield empty
})
