import { InfraError, type Page, type Question } from '@infra-analysis/core'
import { sandbox } from '@infra-analysis/sandbox'
import { expect, test } from 'vitest'
import { remembering } from '../src/commands/overview/remembering.ts'
import { run } from './capture.ts'
import { empty, opening } from './fixtures.ts'

test('an overview asks Resource Graph nothing twice', async () => {
  const asked: string[] = []
  const open = opening(async function* ({ engine, kql }) {
    if (engine === 'resource-graph') asked.push(kql)
    yield empty
  })
  expect((await run('overview', { open })).status).toBe(0)
  expect(asked).toEqual([...new Set(asked)])
  expect(asked.length).toBeGreaterThan(1)
})

const real = sandbox()
const question: Question = { engine: 'resource-graph', kql: 'resources | project id | order by id', scope: {} }

async function answer(source: typeof real, more: Partial<Question> = {}): Promise<unknown> {
  const pages: Page[] = []
  try {
    for await (const page of source.query({ ...question, ...more })) pages.push(page)
    return pages
  } catch (error) {
    return error instanceof InfraError ? error.code : error
  }
}

test('a question is answered again by the same pages, which took no request', async () => {
  const source = remembering(real)
  const [first, second] = await Promise.all([answer(source), answer(source)])
  const pages = (await answer(real)) as readonly Page[]
  expect(first).toEqual(pages)
  expect(second).toEqual(pages.map((page) => ({ ...page, requests: 0 })))
})

test('another scope is another question, and an error is an answer', async () => {
  const source = remembering(real)
  const elsewhere = { scope: { subscriptions: ['00000000-0000-4000-8000-000000000000'] } }
  await answer(source)
  expect(await answer(source, elsewhere)).toEqual(await answer(real, elsewhere))
  const wrong = { kql: 'nonsense |' }
  expect(await Promise.all([answer(source, wrong), answer(source, wrong)])).toEqual(['QueryRejected', 'QueryRejected'])
})
