import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Cell, run, type ToolName, tools } from '../../src/index.ts'
import { call, pageOf, place } from './sandbox.ts'

const questions = [
  { name: 'get_server_metadata', args: { columns: ['machineId'] } },
  { name: 'get_patching_level', args: { view: 'patches', columns: ['patchResourceId', 'ageDays'] } },
  { name: 'get_sql_metadata', args: { view: 'databases', columns: ['databaseId', 'sizeMB'] } },
] as const satisfies readonly { name: ToolName; args: object }[]

describe.each(questions)('a walk over the pages of $name', ({ name, args }) => {
  test('gives every row once, in order, whatever the limit', async () => {
    const all = await rowsOf(name, args)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 200 }), async (limit) => {
        const among = tools()
        const pages = await walk((cursor) => call(name, { ...args, limit, ...cursor }, {}, among))
        expect(pages.flatMap(({ rows }) => rows)).toEqual(all)
        expect(pages.every(({ rows }) => rows.length <= limit)).toBe(true)
      }),
      { numRuns: 8, seed: 20_261_120, examples: [[1], [25], [200]] },
    )
  })

  test('does so where nothing is kept between the calls, and says that it asked again', async () => {
    const pages = await walk((cursor) => call(name, { ...args, limit: 60, ...cursor }, {}, tools()))
    expect(pages.flatMap(({ rows }) => rows)).toEqual(await rowsOf(name, args))
    expect(pages[0]?.warnings).toEqual([])
    for (const { warnings } of pages.slice(1)) expect(warnings).toEqual([expect.stringMatching(/^asked-again: /)])
  })
})

test('a page says which rows it holds', async () => {
  const pages = await walk((cursor) => call('get_server_metadata', { limit: 25, ...cursor }))
  expect(pages.map(({ evidence }) => evidence['rows'])).toEqual(['1-25 of 58', '26-50 of 58', '51-58 of 58'])
})

test('a walk asks the store once', async () => {
  let asked = 0
  const source = { ...place.source, query: (question: never) => (asked++, place.source.query(question)) }
  await walk((cursor) => call('get_server_metadata', { limit: 20, ...cursor }, { place: { ...place, source } }))
  expect(asked).toBe(1)
})

type Ask = (cursor: { readonly cursor?: string }) => ReturnType<typeof call>

/** The pages of an answer, one after the other. */
async function walk(ask: Ask): Promise<readonly ReturnType<typeof pageOf>[]> {
  const pages = [pageOf(await ask({}))]
  for (let cursor = pages[0]?.nextCursor; cursor; cursor = pages.at(-1)?.nextCursor)
    pages.push(pageOf(await ask({ cursor })))
  return pages
}

/** The rows of the analysis itself, in the columns of the question. */
async function rowsOf(name: ToolName, { columns, view }: { columns: readonly string[]; view?: string }) {
  const tool = tools().find((one) => one.name === name)
  const { rows } = await run(tool!.analysis, {}, place, { view })
  return rows.map((row) => columns.map((column) => row[column] as Cell))
}
