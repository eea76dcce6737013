import { jobs, tools } from '@infra-analysis/core'
import { expect, test } from 'vitest'
import { catalogOf } from './catalog.ts'

test('what is listed without loading core is what core has', async () => {
  const text = [
    '// Written by `npm run generate`.',
    "import type { Catalog } from './catalog.ts'",
    '',
    '/** What is listed, for a start that must not wait for core. */',
    `export const catalog: Catalog = ${JSON.stringify(catalogOf(tools(), jobs), null, 2)}`,
    '',
  ]
  await expect(text.join('\n')).toMatchFileSnapshot('../../src/mcp/catalog.generated.ts')
})
