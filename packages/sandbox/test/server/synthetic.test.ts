import { expect, test } from 'vitest'
import { scope } from '../../src/index.ts'
import { askGraph, serving, type Answer } from './serving.ts'

const query = 'resources | project machineId = tolower(id), name | order by machineId asc'
const table = { $top: 1000, resultFormat: 'table' }
const idsOf = ({ body }: Answer): string[] => body.data.rows.map(([id]: [string]) => id)

test('so many rows are served, in order, whole and once', async () => {
  const served = await serving({ machines: 5, tableRows: 2500 })
  const ids: string[] = []
  let page = await askGraph(served, query, table)
  expect(page.body.totalRecords).toBe(2500)
  for (;;) {
    ids.push(...idsOf(page))
    const { $skipToken } = page.body
    if (!$skipToken) break
    page = await askGraph(served, query, { ...table, $skipToken })
  }
  expect(ids).toHaveLength(2500)
  expect(ids).toEqual([...new Set(ids)].toSorted())
})

test('a million rows cost nothing before they are asked for', async () => {
  const served = await serving({ machines: 5, tableRows: 1_000_000 })
  const { body } = await askGraph(served, query, { ...table, $skip: 999_990 })
  expect(body).toMatchObject({ totalRecords: 1_000_000, count: 10 })
})

test('each subscription has its share', async () => {
  const served = await serving({ machines: 5, tableRows: 100 })
  const totals: number[] = []
  for (const id of scope.subscriptions.filter((one) => !scope.unreadable.includes(one))) {
    const answer = await askGraph(served, query, table, { subscriptions: [id] })
    expect(idsOf(answer).every((machine) => machine.includes(id))).toBe(true)
    totals.push(answer.body.totalRecords)
  }
  expect(totals).toEqual([33, 33, 34])
})

test.each([
  'resources | count',
  'resources | take 5',
  'resources | where name == "a"',
  'resources | order by name asc',
  'resources | order by id desc',
  'resources | extend id = name | order by id asc',
  'resources | project id | join (resources | project id) on id',
])('what needs more than one row at once is not answered: %s', async (kql) => {
  expect((await askGraph(await serving({ machines: 5, tableRows: 10 }), kql)).status).toBe(501)
})

test('the other tables are as ever', async () => {
  const { body } = await askGraph(
    await serving({ machines: 5, tableRows: 10 }),
    'resourcecontainers | summarize n = count()',
  )
  expect(body.data[0].n).toBeGreaterThan(3)
})
