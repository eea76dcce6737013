import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { fleet, logTables, type FleetOptions } from '../src/index.ts'
import { random } from '../src/random.ts'
import { days } from './ask.ts'
import { all } from './records.ts'

const digest = (options: FleetOptions): string =>
  createHash('sha256')
    .update(JSON.stringify(all(options)))
    .digest('hex')

test('the same seed gives the same bytes', () => {
  expect(digest({ seed: 7 })).toBe(digest({ seed: 7 }))
})

test('another seed gives another fleet', () => {
  expect(digest({ seed: 7 })).not.toBe(digest({ seed: 8 }))
})

test('a larger fleet starts with the same machines', () => {
  expect(fleet({ machines: 300 }).slice(0, 60)).toEqual(fleet())
})

test('ids do not depend on the seed', () => {
  const ids = (seed: number): string[] => fleet({ seed }).map(({ id }) => id.toLowerCase())
  expect(ids(1)).toEqual(ids(2))
})

test('a smaller fleet is a part of it', () => {
  expect(fleet({ machines: 5 }).map(({ name }) => name)).toEqual([
    'TRD-DC01',
    'TRD-DC02',
    'TRD-FS01',
    'TRD-MES01',
    'TRD-MES02',
  ])
})

test('what one stream draws does not shift another', () => {
  const draws = (count: number): number => {
    const first = random(1, 'machine', 'disks')
    for (let i = 0; i < count; i++) first.next()
    return random(1, 'machine', 'network').next()
  }
  expect(draws(0)).toBe(draws(100))
  expect(random(1, 'a').next()).not.toBe(random(1, 'b').next())
})

const logDigest = (seed: number): string => {
  const hash = createHash('sha256')
  for (const make of Object.values(logTables({ seed, machines: 15 })))
    hash.update(JSON.stringify(make({ window: days(2) }).rows))
  return hash.digest('hex')
}

test('the same seed gives the same logs, another seed others', () => {
  expect(logDigest(7)).toBe(logDigest(7))
  expect(logDigest(7)).not.toBe(logDigest(8))
})
