import { sandbox } from '@infra-analysis/sandbox'
import { expect, test } from 'vitest'
import { catalog, run } from '../src/index.ts'
import { golden } from './golden.ts'

const place = { source: sandbox(), scope: {} }

test.each(catalog.map((analysis) => [analysis.id, analysis] as const))(
  '%s answers its examples as recorded',
  async (id, analysis) => {
    const answers = await Promise.all(
      analysis.examples.map(async ({ title, input }) => ({ title, answer: await run(analysis, input, place) })),
    )
    expect(answers.filter(({ answer }) => answer.rows.length === 0)).toEqual([])
    const text = answers.map(({ title, answer }) => golden(title, answer, analysis.views[analysis.main]?.brief ?? []))
    await expect(`# ${analysis.title}\n\n${text.join('\n\n')}\n`).toMatchFileSnapshot(`../src/analyses/${id}/golden.md`)
  },
)

test.each(
  catalog.flatMap((analysis) => Object.keys(analysis.views).map((view) => [analysis.id, view, analysis] as const)),
)('%s, view %s, has rows, and unique ones', async (_id, view, analysis) => {
  const { rows, columns } = await run(analysis, {}, place, { view })
  const [key] = columns
  expect(rows.length).toBeGreaterThan(0)
  expect(new Set(rows.map((row) => row[key?.name ?? ''])).size).toBe(rows.length)
})
