import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pairing } from '../../src/exec/pairing.ts'

const number = fc.oneof(fc.nat(40), fc.nat(2 ** 31 - 1), fc.integer({ min: -(2 ** 31), max: -1 }))

test('pairs are numbered as a map of texts would number them, however many', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number), { maxLength: 3000, size: 'max' }), (pairs) => {
      const known = new Map<string, number>()
      const expected = pairs.map(([first, second]) => {
        const key = `${first},${second}`
        if (!known.has(key)) known.set(key, known.size)
        return known.get(key)
      })
      const numberOf = pairing()
      expect(pairs.map(([first, second]) => numberOf(first, second))).toEqual(expected)
    }),
    { seed: 20240601, numRuns: 40 },
  )
})
