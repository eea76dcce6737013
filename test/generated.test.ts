import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { regenerated } from './regenerate.ts'

test('README.md holds what the code says today', async () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  await expect(await regenerated(readme)).toMatchFileSnapshot('../README.md')
})
