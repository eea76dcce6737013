import { expect, test } from 'vitest'
import { seenTexts } from '../src/sources/seen.ts'

const texts = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `/subscriptions/one/machines/srv-${String(from + i).padStart(8, '0')}`)

test('what was there before is found again, among very many', () => {
  const seen = seenTexts()
  for (let from = 0; from < 200_000; from += 1000) expect(seen.again(texts(from, from + 1000))).toEqual([])
  expect(seen.again(texts(199_990, 200_010))).toEqual(texts(199_990, 200_000))
})

test('a text that is twice in one page has not been there before', () => {
  const seen = seenTexts()
  expect(seen.again(['a', 'a'])).toEqual([])
  expect(seen.again(['b', 'a'])).toEqual(['a'])
})
