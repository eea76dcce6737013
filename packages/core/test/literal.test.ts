import { evaluate, tokens } from '@infra-analysis/kql'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { literal } from '../src/kql/literal.ts'

describe('no text leaves its literal', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom(...`'"\\\`@;|/*-[]()~!hH\n\r\t\u0000\u0085\u2028\u2029\uFEFF\u202E .,:= x`),
      maxLength: 40,
    }),
  )

  test('Microsoft’s lexer reads 10,000 hostile texts as one literal each', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(tokens(literal('string', text)).map(({ kind }) => kind)).toEqual(['StringLiteralToken'])
      }),
      { numRuns: 10_000, seed: 1 },
    )
  })

  test('the engine reads the same text back, alone and in a list', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 5, maxLength: 20 }), (texts) => {
        const [first = ''] = texts
        const { rows } = evaluate(`print a = ${literal('string', first)}, b = ${literal('dynamic', texts)}`)
        expect(rows).toEqual([[first, texts]])
      }),
      { numRuns: 100, seed: 1 },
    )
  })
})

test.each([
  ['string', "O'Brien", String.raw`'O\'Brien'`],
  ['string', 'a\nb', String.raw`'a\u000ab'`],
  ['dynamic', ['a', "'"], String.raw`dynamic(['a', '\''])`],
  ['dynamic', [], 'dynamic([])'],
  ['bool', true, 'true'],
  ['long', 42, 'long(42)'],
  ['real', 2.5, 'real(2.5)'],
  ['datetime', '2026-11-20', 'datetime(2026-11-20T00:00:00.0000000Z)'],
  ['datetime', new Date('2026-11-20T09:00:00.123Z'), 'datetime(2026-11-20T09:00:00.1230000Z)'],
  ['timespan', '36h', 'time(1.12:00:00)'],
] as const)('a %s from %j is %s', (type, value, expected) => {
  expect(literal(type, value)).toBe(expected)
})

test.each([
  ['string', 1],
  ['string', '\uD800'],
  ['long', 1.5],
  ['real', Number.NaN],
  ['bool', 'true'],
  ['datetime', 'yesterday'],
  ['timespan', '30 days'],
  ['dynamic', 'a'],
] as const)('a %s from %j is refused', (type, value) => {
  expect(() => literal(type, value)).toThrow(expect.objectContaining({ code: 'InvalidInput' }))
})
