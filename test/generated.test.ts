import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { regenerated } from './regenerate.ts'

test.each(['README.md', 'docs/mcp.md'])('%s holds what the code says today', async (file) => {
  const text = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
  await expect(await regenerated(text)).toMatchFileSnapshot(`../${file}`)
})
