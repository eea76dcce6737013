import { describe, expect, test } from 'vitest'
import { narrowed, shapeOf } from '../src/sources/query-shape.ts'

describe('parts of the first table give parts of the answer', () => {
  test.each([
    'resources',
    'resources | where a == 1 | extend b = tostring(properties.x) | project-away c | order by b asc',
    '// One row is a thing.\nresources\n| mv-expand n = properties.nics\n| project id, n',
    "resources | where name == 'a | summarize count()' // | take 1",
    'resources | join kind=leftouter (other | summarize n = count() by id) on id | project id, n | order by id',
    'resources | where id in ((other | project id))',
  ])('%s', (kql) => expect(shapeOf(kql).isDivisible).toBe(true))
})

describe('parts of the first table do not give parts of the answer', () => {
  test.each([
    'resources | summarize count() by type',
    'resources | distinct type',
    'resources | take 5',
    'resources | top 5 by id',
    'resources | count',
    'resources | join (other) on id',
    'resources | join kind=innerunique (other) on id',
    'resources | join kind=fullouter (other) on id',
    'resources | union other',
    'union resources, other',
    'let x = 1; resources | where a == x',
    'resources | order by id asc | extend before = prev(id)',
    'resources | order by id asc | project id',
    'resources | order by strlen(id) asc',
    'Heartbeat | make-series count() on TimeGenerated step 1h',
  ])('%s', (kql) => expect(shapeOf(kql).isDivisible).toBe(false))
})

test('a query that reads another table beside the first is not of one table', () => {
  expect(shapeOf('resources | where a == 1').isOneTable).toBe(true)
  expect(shapeOf('resources | join kind=inner other on id').isOneTable).toBe(false)
  expect(shapeOf('resources | where id in ((other | project id))').isOneTable).toBe(false)
  expect(shapeOf('resources | lookup kind=leftouter other on id').isOneTable).toBe(false)
})

test('the order is that of the last operator; descending unless it says otherwise', () => {
  expect(shapeOf('resources | order by a asc, b desc, c').order).toEqual([
    { column: 'a', isDescending: false },
    { column: 'b', isDescending: true },
    { column: 'c', isDescending: true },
  ])
  expect(shapeOf('resources | project a').order).toBeUndefined()
})

test('a query for some rows says so', () => {
  expect(shapeOf('resources | where a == 1 | take 5').isLimited).toBe(true)
  expect(shapeOf("resources | where a == '| take 5'").isLimited).toBe(false)
})

test('a condition comes right behind the first table', () => {
  expect(narrowed('// One row.\nHeartbeat\n| project a', 'b < 1')).toBe(
    '// One row.\nHeartbeat\n| where b < 1\n| project a',
  )
})
