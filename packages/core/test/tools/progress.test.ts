import { expect, test } from 'vitest'
import type { Progress, Source } from '../../src/index.ts'
import { call, place, textOf } from './sandbox.ts'

test('every page that arrives is told', async () => {
  const steps: Progress[] = []
  await call('get_patching_level', {}, { progress: (step) => steps.push(step) })
  expect(steps.map(({ pages }) => pages)).toEqual(steps.map((_, i) => i + 1))
  expect(steps.length).toBeGreaterThanOrEqual(4)
  expect(steps.at(-1)?.message).toMatch(/^\d+ rows in \d+ pages so far$/)
})

test('a call that is cancelled before it begins asks nothing', async () => {
  let asked = false
  const source: Source = { ...place.source, query: (question) => ((asked = true), place.source.query(question)) }
  const reply = await call('get_server_metadata', {}, { place: { ...place, source }, signal: AbortSignal.abort() })
  expect(asked).toBe(false)
  expect(reply.outcome.code).toBe('Cancelled')
  expect(textOf(reply)).toMatch(/^Cancelled: /)
})

test('a call that is cancelled between two pages ends there, and lets go of the source', async () => {
  const controller = new AbortController()
  const seen: string[] = []
  const source: Source = {
    ...place.source,
    async *query(question) {
      expect(question.signal).toBe(controller.signal)
      try {
        for await (const page of place.source.query(question)) {
          seen.push('first')
          yield { ...page, rows: [] }
          seen.push('second')
          yield page
        }
      } finally {
        seen.push('released')
      }
    },
  }
  const progress = () => controller.abort()
  const reply = await call(
    'get_server_metadata',
    {},
    { place: { ...place, source }, signal: controller.signal, progress },
  )
  expect(reply.outcome.code).toBe('Cancelled')
  expect(seen).toEqual(['first', 'second', 'released'])
})

test('whatever breaks after a cancellation is the cancellation', async () => {
  const controller = new AbortController()
  const query: Source['query'] = () => {
    controller.abort()
    throw new Error('socket hang up')
  }
  const source = { ...place.source, query }
  const reply = await call('get_server_metadata', {}, { place: { ...place, source }, signal: controller.signal })
  expect(reply.outcome.code).toBe('Cancelled')
})
