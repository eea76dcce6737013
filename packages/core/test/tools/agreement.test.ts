import { expect, test } from 'vitest'
import { run, type Source, type ToolName, tools } from '../../src/index.ts'
import { readText } from './read-text.ts'
import { call, pageOf, place, textOf } from './sandbox.ts'

const questions = tools().flatMap(({ name, analysis }) =>
  Object.keys(analysis.views).map((view) => ({ name: name as ToolName, view })),
)

test.each(questions)('text and JSON of $name, view $view, say the same', async ({ name, view }) => {
  const reply = await call(name, { view })
  const page = pageOf(reply)
  const text = textOf(reply)
  const read = readText(text)
  expect(read.summary).toBe(page.summary)
  expect(read.columns).toEqual(page.columns)
  expect(read.rows).toEqual(page.rows.map((row) => row.map((cell) => String(cell ?? ''))))
  expect(read.warnings).toEqual(page.warnings)
  expect(read.cursor).toBe(page.nextCursor)
  const {
    total,
    covered,
    states,
    unknown = [],
  } = page.coverage as {
    total: number
    covered: number
    states: Record<string, number>
    unknown?: readonly string[]
  }
  const counts = Object.entries(states).map(([state, count]) => `${state} ${count}`)
  expect(read.coverage).toEqual([
    `Coverage: ${covered} of ${total} known; ${counts.join(', ')}`,
    ...unknown.map((resource) => `Unknown: ${resource}`),
  ])
  for (const part of Object.values(page.evidence).flat()) {
    if (typeof part === 'string') expect(text).toContain(part)
  }
})

test.each(tools())('$name: every figure of the summary is in it', async ({ name, analysis }) => {
  const { summary } = await run(analysis, {}, place)
  const text = pageOf(await call(name as ToolName)).summary
  expect(text).toContain(summary.headline)
  for (const { label, value, unit } of summary.figures) {
    expect(text).toContain(`${label}: ${value === null ? 'unknown' : [value, unit ?? ''].join(' ').trim()}`)
  }
})

test('a figure that nobody knows has no unit', async () => {
  const { summary } = pageOf(await call('get_patching_level', { machines: ['gdn-edge01'] }))
  expect(summary).toMatch(/patch: unknown$/m)
})

test('what is missing is said in both, and nobody calls it complete', async () => {
  const gaps = [
    { code: 'subscription-skipped', message: 'One subscription, "prod, west", is missing', hint: 'Ask for Reader.' },
    { code: 'truncated', message: 'Rows are missing', hint: 'Ask for less.' },
  ]
  const source: Source = {
    ...place.source,
    async *query(question) {
      for await (const page of place.source.query(question)) yield { ...page, gaps }
    },
  }
  const reply = await call('get_server_metadata', { limit: 3 }, { place: { ...place, source } })
  const page = pageOf(reply)
  expect(page.warnings).toEqual([
    'subscription-skipped: One subscription, "prod, west", is missing. Ask for Reader.',
    'truncated: Rows are missing. Ask for less.',
  ])
  expect(readText(textOf(reply)).warnings).toEqual(page.warnings)
  expect(page.evidence['complete']).toBe(false)
  expect(textOf(reply)).toContain(', incomplete: ')
  expect(reply.outcome).toMatchObject({ code: 'ok', complete: false })
})
