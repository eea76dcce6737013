import { readdirSync } from 'node:fs'
import { sandbox } from '@infra-analysis/sandbox'
import { expect, test } from 'vitest'
import { catalog, run } from '../src/index.ts'
import { index, pageAbout } from './docs.ts'

const folder = '../../../docs/analyses/'
const place = { source: sandbox(), scope: {} }

test.each(catalog)('the page about $id is what its declaration says', async (analysis) => {
  const answer = await run(analysis, analysis.examples[0]?.input, place)
  await expect(pageAbout(analysis, answer)).toMatchFileSnapshot(`${folder}${analysis.id}.md`)
})

test('the index lists every analysis', async () => {
  await expect(index()).toMatchFileSnapshot(`${folder}README.md`)
})

test('there is no page about anything else', () => {
  const pages = ['README.md', ...catalog.map(({ id }) => `${id}.md`)]
  const others = readdirSync(new URL(folder, import.meta.url)).filter((file) => !pages.includes(file))
  expect(others).toEqual([])
})
