import { jobs, tools } from '@infra-analysis/core'
import { expect, test } from 'vitest'
import { catalogOf } from './catalog.ts'

const lines = (items: readonly unknown[]) => items.map((item) => `    ${JSON.stringify(item)},`)

test('what is listed without loading core is what core has', async () => {
  const { instructions, results, ...lists } = catalogOf(tools(), jobs)
  const text = [
    '// Written by `npm run generate`.',
    "import type { Catalog } from './catalog.ts'",
    '',
    '/** What is listed, for a start that must not wait for core. */',
    'export const catalog: Catalog = {',
    `  instructions: ${JSON.stringify(instructions)},`,
    ...Object.entries(lists).flatMap(([name, items]) => [`  ${name}: [`, ...lines(items), '  ],']),
    `  results: ${JSON.stringify(results)},`,
    '}',
    '',
  ]
  await expect(text.join('\n')).toMatchFileSnapshot('../../src/mcp/catalog.generated.ts')
})
