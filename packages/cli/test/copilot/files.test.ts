import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { repositoryFiles } from './repository-files.ts'

const root = new URL('../../../../', import.meta.url)
const files = repositoryFiles()

test.each(files.map(({ path, text }) => [path, text]))('%s is as it is written', async (path, text) => {
  await expect(text).toMatchFileSnapshot(fileURLToPath(new URL(path ?? '', root)))
})

test.each(['.github/skills', '.github/agents', '.github/prompts', 'plugin'])('%s has no other files', (folder) => {
  const found = readdirSync(new URL(folder, root), { recursive: true, withFileTypes: true })
  const count = files.filter(({ path }) => path.startsWith(`${folder}/`)).length
  expect(count).toBeGreaterThan(0)
  expect(found.filter((entry) => entry.isFile())).toHaveLength(count)
})
