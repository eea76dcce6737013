import fc from 'fast-check'
import { expect, test } from 'vitest'
import { catalog, columnsOf } from '../../src/index.ts'
import { pageOf } from '../../src/tools/page.ts'
import type { Result } from '../../src/tools/result.ts'
import { textOf } from '../../src/tools/text.ts'

const columns = columnsOf(catalog[0]!.views['servers']!.row)

/** A result whose every text is this one, in all columns that servers have. */
const resultOf = (text: string, rows: number): Result => ({
  columns,
  prose: new Set(['tags']),
  otherColumns: [],
  otherViews: ['extensions'],
  rows: Array.from({ length: rows }, () => columns.map(() => text)),
  answer: {
    analysis: 'server-metadata',
    view: 'servers',
    asOf: '2026-11-20T09:00:00.000Z',
    summary: {
      headline: text,
      figures: Array.from({ length: 12 }, (_, i) => ({ label: `Figure ${i}`, value: text })),
      offenders: Array.from({ length: 10 }, () => ({
        resourceId: text,
        subject: text,
        severity: 'high',
        reasons: [text],
      })),
    },
    columns,
    findings: [],
    coverage: {
      total: 1,
      covered: 0,
      states: { Expired: 1 },
      gaps: [{ resourceId: text, name: text, state: 'Expired', reason: text }],
    },
    warnings: Array.from({ length: 20 }, () => ({ code: 'w', message: text, hint: text })),
    evidence: [],
    complete: false,
  },
})
const cut = { offset: 0, limit: 200, cursorAt: () => 'c'.repeat(48), warnings: [] }

const texts = fc.oneof(
  fc.string({ maxLength: 600 }),
  fc.string({ unit: 'grapheme', minLength: 400, maxLength: 700 }),
  fc.constantFrom(
    '"'.repeat(600),
    '\\'.repeat(600),
    '語'.repeat(600),
    '👩‍👩‍👧'.repeat(200),
    'x'.repeat(10_000),
    '""""", , ,'.repeat(99),
  ),
)

test('a page holds at least a row and stays within its bytes, whatever the texts are', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 12 }), (text, rows) => {
      const page = pageOf(resultOf(text, rows), cut)
      expect(page.rows.length).toBeGreaterThanOrEqual(1)
      expect(page.nextCursor !== undefined).toBe(page.rows.length < rows)
      expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThanOrEqual(7500)
      expect(Buffer.byteLength(textOf(page))).toBeLessThanOrEqual(7500)
    }),
    { numRuns: 60, seed: 20_261_120 },
  )
})

test('a row that is too large is shortened with a warning, and the next page follows', () => {
  const page = pageOf(resultOf('語'.repeat(600), 3), cut)
  expect(page.rows).toHaveLength(1)
  expect(page.warnings[0]).toMatch(/^shortened: .*fewer columns/)
  expect(page.nextCursor).toBeDefined()
})

test('an answer without rows is an answer', () => {
  const page = pageOf(resultOf('x', 0), cut)
  expect(page.rows).toEqual([])
  expect(page.evidence['rows']).toBe('none of 0')
  expect(page.nextCursor).toBeUndefined()
})
