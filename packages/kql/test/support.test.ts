import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { supportTables } from './support.ts'

const file = '../../../docs/kql-support.md'

test('docs/kql-support.md tells what the registries and dialects hold', async () => {
  const page = readFileSync(new URL(file, import.meta.url), 'utf8')
  const made = page.replaceAll(
    /(<!-- generated: (\w+) -->\n)[\s\S]*?(<!-- \/generated -->)/g,
    (_, start: string, name: string, end: string) => `${start}\n${supportTables[name]?.()}\n\n${end}`,
  )
  expect(made).toContain('| `summarize` | yes | yes | yes |')
  await expect(made).toMatchFileSnapshot(file)
})
