import { expect, test } from 'vitest'
import { resourceUri, resultStore, resultText, type Results, tools } from '../../src/index.ts'
import { call, pageOf } from './sandbox.ts'

type Result = Parameters<Results['keep']>[0]

/** A result of about this size. */
const result = (bytes: number): Result => ({ rows: [['x'.repeat(bytes / 2)]] }) as unknown as Result

test('a result is found by its handle until its time is over', () => {
  let now = 0
  const results = resultStore({ ttlMs: 1000, now: () => now })
  const kept = result(10)
  const handle = results.keep(kept, 'anna')
  now = 999
  expect(results.find(handle, 'anna')).toBe(kept)
  now = 1000
  expect(results.find(handle, 'anna')).toBeUndefined()
})

test('it is there for its caller only', () => {
  const results = resultStore()
  const handle = results.keep(result(10), 'anna')
  expect(results.find(handle, 'bert')).toBeUndefined()
  expect(results.find(handle, '')).toBeUndefined()
  expect(results.find('unknown', 'anna')).toBeUndefined()
})

test('a handle cannot be guessed: 128 random bits', () => {
  const results = resultStore()
  const handles = Array.from({ length: 100 }, () => results.keep(result(1), ''))
  expect(new Set(handles).size).toBe(100)
  expect(handles.every((handle) => /^[\w-]{22}$/.test(handle))).toBe(true)
})

test('when memory is full, what was not asked for longest goes first', () => {
  const results = resultStore({ maxBytes: 10_000 })
  const [a, b] = [results.keep(result(4000), ''), results.keep(result(4000), '')]
  results.find(a, '')
  const c = results.keep(result(4000), '')
  expect([a, b, c].map((handle) => results.find(handle, '') !== undefined)).toEqual([true, false, true])
})

test('what does not fit at all is not kept, and drives nothing out', () => {
  const results = resultStore({ maxBytes: 10_000 })
  const small = results.keep(result(1000), '')
  const large = results.keep(result(20_000), '')
  expect(results.find(large, '')).toBeUndefined()
  expect(results.find(small, '')).toBeDefined()
})

test('a host that keeps results gets a link to the whole of an answer that has further pages', async () => {
  const results = resultStore()
  const among = tools({ results })
  const { result: long } = await call('get_server_metadata', { limit: 5 }, { caller: 'anna' }, among)
  const link = long.content.find(({ type }) => type === 'resource_link')
  expect(link).toMatchObject({ name: 'All 58 rows', mimeType: 'text/csv' })
  const handle = link?.type === 'resource_link' ? link.uri.replace(resourceUri.result(''), '') : ''
  const lines = resultText(results, handle, 'anna')?.split('\n') ?? []
  expect(lines).toHaveLength(59)
  expect(lines[0]).toBe(
    pageOf({ result: long, outcome: { code: 'ok', rows: 58, complete: true, scope: {} } }).columns.join(),
  )
  expect(resultText(results, handle, 'bert')).toBeUndefined()
  const { result: short } = await call('get_server_metadata', { limit: 200, columns: ['name'] }, {}, among)
  expect(short.content.map(({ type }) => type)).toEqual(['text'])
})
