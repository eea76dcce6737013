import { expect, test } from 'vitest'
import type { Page } from '../src/index.ts'
import { merged } from '../src/sources/merge.ts'

const columns: Page['columns'] = [
  { name: 'id', type: 'string' },
  { name: 'n', type: 'long' },
]

const statistics = { executionMs: 5, rowsScanned: 7 }

async function* part(...pages: (readonly unknown[])[][]): AsyncGenerator<Page> {
  for (const rows of pages) yield { columns, rows, requests: 1, waitedMs: 10, statistics }
}

async function read(pages: AsyncIterable<Page>): Promise<Page[]> {
  const all: Page[] = []
  for await (const page of pages) all.push(page)
  return all
}

test('sorted parts give a sorted answer, with what they took', async () => {
  const parts = () => [
    part(
      [
        ['a', 3],
        ['c', 1],
      ],
      [['e', 0]],
    ),
    part([]),
    part([
      ['b', 2],
      ['c', 9],
      ['d', null],
    ]),
  ]
  const [page, ...more] = await read(
    merged(parts(), [
      { column: 'id', isDescending: false },
      { column: 'n', isDescending: true },
    ]),
  )
  expect(page?.rows).toEqual([
    ['a', 3],
    ['b', 2],
    ['c', 9],
    ['c', 1],
    ['d', null],
    ['e', 0],
  ])
  expect(page).toMatchObject({ columns, requests: 4, waitedMs: 40, statistics: { executionMs: 20, rowsScanned: 28 } })
  expect(more).toEqual([])
})

test('a null comes first in rising order and last in falling order; numbers are not sorted as text', async () => {
  const numbers = () => [
    part([
      ['', null],
      ['', 9],
    ]),
    part([['', 10]]),
  ]
  const [up] = await read(merged(numbers(), [{ column: 'n', isDescending: false }]))
  expect(up?.rows.map(([, n]) => n)).toEqual([null, 9, 10])
  const [down] = await read(
    merged(
      [
        part([['', 10]]),
        part([
          ['', 9],
          ['', null],
        ]),
      ],
      [{ column: 'n', isDescending: true }],
    ),
  )
  expect(down?.rows.map(([, n]) => n)).toEqual([10, 9, null])
})

test('empty parts are one page with columns', async () => {
  expect(await read(merged([part([]), part([])], [{ column: 'id', isDescending: false }]))).toMatchObject([
    { columns, rows: [], requests: 2 },
  ])
})

test('without an order, no part waits for another', async () => {
  const stuck: AsyncIterable<Page> = { [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }) }
  const answer = merged([stuck, part([['b', 1]], [['c', 2]])], undefined)
  expect((await answer.next()).value).toMatchObject({ rows: [['b', 1]] })
  expect((await answer.next()).value).toMatchObject({ rows: [['c', 2]] })
})

test.each([[[{ column: 'id', isDescending: false }]], [undefined]])(
  'one page at most is fetched before it is wanted (order: %j)',
  async (order) => {
    let fetched = 0
    async function* endless(): AsyncGenerator<Page> {
      for (;;) {
        fetched += 1
        yield { columns, rows: [[String(fetched).padStart(9, '0'), 1]], requests: 1, waitedMs: 0 }
      }
    }
    const one = merged([endless()], order)
    await one.next()
    await new Promise(setImmediate)
    expect(fetched).toBeLessThanOrEqual(2)
  },
)
