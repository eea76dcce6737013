import { readdirSync } from 'node:fs'
import { format } from 'oxfmt'
import { expect, test } from 'vitest'
import { tools } from '../../src/index.ts'

const all = tools()

test.each(all)('$name is listed as recorded', async (tool) => {
  const { name, title, description, inputSchema, outputSchema, annotations } = tool
  const entry = { name, title, description, inputSchema, outputSchema, annotations }
  const { code } = await format(`${name}.json`, JSON.stringify(entry, null, 2), { printWidth: 120 })
  await expect(code).toMatchFileSnapshot(`contracts/${name}.json`)
})

test('nothing else is recorded', () => {
  const recorded = readdirSync(new URL('contracts/', import.meta.url))
  expect(recorded.toSorted()).toEqual(all.map(({ name }) => `${name}.json`).toSorted())
})
