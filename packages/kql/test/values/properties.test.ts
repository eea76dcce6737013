import fc from 'fast-check'
import { expect, test } from 'vitest'
import { functions } from '../../src/exec/functions/index.ts'
import { printDatetime } from '../../src/values/datetime.ts'
import { parseDatetime } from '../../src/values/datetime-parse.ts'
import { canonical, equalDynamic, parseJson, stringify } from '../../src/values/dynamic.ts'
import { fromBigInt, type Long } from '../../src/values/long.ts'
import { parseTimespan, printTimespan } from '../../src/values/timespan.ts'

const settings = { seed: 1, numRuns: 500 }

test('datetimes and timespans read back as they were printed', () => {
  const ticks = fc.integer({ min: -(2 ** 53), max: 2 ** 53 })
  fc.assert(
    fc.property(ticks, (cell) => {
      expect(parseDatetime(printDatetime(cell))).toBe(cell)
      expect(parseTimespan(printTimespan(cell))).toBe(cell)
    }),
    settings,
  )
})

const onLongs = (name: string): ((left: Long, right: Long) => Long | null) => {
  const site = {
    name,
    types: ['long', 'long'],
    result: 'long',
    constants: [],
    now: 0,
    at: { start: 0, length: 0 },
  } as const
  return functions[name]?.(site) as (left: Long, right: Long) => Long | null
}

test('arithmetic on longs is that of 64-bit integers', () => {
  const long = fc.oneof(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), fc.bigInt({ min: -9n, max: 9n }))
  const [add, subtract, multiply, divide, modulo] = ['+', '-', '*', '/', '%'].map(onLongs)
  fc.assert(
    fc.property(long, long, (left, right) => {
      const cells = [fromBigInt(left), fromBigInt(right)] as const
      expect(add?.(...cells)).toBe(fromBigInt(left + right))
      expect(subtract?.(...cells)).toBe(fromBigInt(left - right))
      expect(multiply?.(...cells)).toBe(fromBigInt(left * right))
      expect(divide?.(...cells)).toBe(right === 0n ? null : fromBigInt(left / right))
      const size = right < 0n ? -right : right
      expect(modulo?.(...cells)).toBe(size === 0n ? null : fromBigInt(((left % size) + size) % size))
    }),
    settings,
  )
})

test('dynamic values are equal exactly when their canonical texts are', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (left, right) => {
      expect(equalDynamic(left, right)).toBe(canonical(left) === canonical(right))
      expect(equalDynamic(left, parseJson(stringify(left)))).toBe(true)
    }),
    settings,
  )
})
