import { tools } from '@infra-analysis/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reportPage } from '../../src/report/page.ts'
import { reportOf, type Section, sectionOf } from '../../src/report/section.ts'
import { request, testHost } from '../host.ts'
import { answerWith } from '../workflows/answers.ts'

const asOf = '2026-11-20T12:00:00.000Z'
const pageOf = (...sections: readonly Section[]) => reportPage(reportOf(asOf, sections))
const things = (more: Parameters<typeof answerWith>[2] = {}): Section => ({
  title: 'Things',
  code: 'ok',
  answer: answerWith(7, [], more),
})
/** The tags of a page, in order: nothing that a machine calls itself may add one. */
const tagsOf = (page: string) => page.match(/<\/?[a-z!][^>]*>/gi) ?? []

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><base href="https://evil.example/">',
  '&lt;b&gt; &amp;',
  '\u202Egpj.exe\u0000\u001B[31m',
]
/** A section with this text wherever a machine or a store has the word. */
const filled = (text: string): Section => ({
  title: text,
  code: 'ok',
  answer: answerWith(1, [], {
    summary: {
      headline: text,
      figures: [{ label: text, value: text, unit: text }],
      offenders: [{ resourceId: text, subject: text, severity: 'high', reasons: [text, text] }],
    },
    coverage: { total: 1, covered: 0, states: {}, gaps: [{ resourceId: text, name: text, state: text, reason: text }] },
    warnings: [{ code: text, message: text, hint: text }],
  }),
})
const plainTags = tagsOf(pageOf(filled('plain')))

test.each(hostile)('%j stays text wherever it stands', (text) => {
  const page = pageOf(filled(text))
  expect(tagsOf(page)).toEqual(plainTags)
  for (const mark of '\u202E\u0000\u001B') expect(page).not.toContain(mark)
})

test('no text adds a tag or an attribute', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: fc.constantFrom(...'<>"\'&/=;# !-ab`') }), (text) => {
      expect(tagsOf(pageOf(filled(text)))).toEqual(plainTags)
    }),
    { seed: 7, numRuns: 200 },
  )
})

test('the page loads nothing and runs nothing', () => {
  const page = pageOf(filled('https://example.com/x.js'))
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
  expect(tagsOf(page).filter((tag) => /\b(src|href|on\w+)\s*=/i.test(tag))).toEqual([])
  expect(page).not.toMatch(/<script|url\(|@import/)
})

test('headline, figures, offenders and coverage are all there', () => {
  const page = pageOf(
    things({
      summary: {
        headline: '3 of 7 things are broken.',
        figures: [
          { label: 'Broken', value: 3 },
          { label: 'Oldest', value: null, unit: 'days' },
        ],
        offenders: [{ resourceId: '/a', subject: 'SRV-1', severity: 'high', reasons: ['cracked', 'late'] }],
      },
    }),
  )
  const words = page
    .replaceAll(/<style>.*<\/style>/gs, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
  expect(words).toContain('3 of 7 things are broken.')
  expect(words).toMatch(/3 Broken – days Oldest/)
  expect(words).toContain('high SRV-1 cracked · late')
  expect(words).toContain('6 of 7 are known')
  expect(words).toContain('1 about which nothing is known machine-7 Silent It is silent')
  expect(words).toContain('As of 2026-11-20 12:00 UTC')
})

test('a section that failed says its code, and the page says that something is missing', () => {
  const page = pageOf(things(), { title: 'Logs', code: 'AccessDenied' })
  expect(page).toContain('Not answered: AccessDenied')
  expect(page).toContain('some of it could not be seen')
  expect(pageOf(things())).not.toContain('could not be seen')
})

test('a report is complete when every section is', () => {
  const complete = (...sections: readonly Section[]) => reportOf(asOf, sections).complete
  expect(complete(things(), things())).toBe(true)
  expect(complete(things(), things({ complete: false }))).toBe(false)
  expect(complete(things(), { title: 'Logs', code: 'Throttled' })).toBe(false)
})

test('the sample fleet makes a page with every analysis', async () => {
  const all = tools()
  const { answer } = testHost({ callables: all.map((tool) => ({ ...tool, owner: tool.analysis.id })) })
  const sections: Section[] = []
  for (const { name, title } of all)
    sections.push(sectionOf(title, await answer(request({ tool: name, via: 'timer' }))))
  const page = pageOf(...sections)
  for (const { title } of all) expect(page).toContain(`<h2>${title}</h2>`)
  expect(page).not.toContain('Not answered')
  expect(page).not.toMatch(/undefined|NaN|\[object/)
})
