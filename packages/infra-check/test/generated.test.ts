import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bicepFile } from '../src/bicep/file.ts'
import { regenerated } from '../src/docs/parts.ts'
import { projectTexts, root } from '../src/files.ts'
import { mainPath } from '../src/project.ts'
import { readerRoleFile } from '../src/reader-role.ts'

const docs = readFileSync(join(root, 'docs/deploy.md'), 'utf8')
const texts = projectTexts()
const bicep = new Map(
  [...texts].filter(([path]) => path.endsWith('.bicep')).map(([path, text]) => [path, bicepFile(path, text).file]),
)
const main = bicep.get(mainPath)!

test('the reader role holds what the analyses declare', async () => {
  await expect(readerRoleFile()).toMatchFileSnapshot('../../../infra/reader-role.json')
})

test('docs/deploy.md holds what infra/ says today', async () => {
  await expect(regenerated(docs, { texts, bicep, main })).toMatchFileSnapshot('../../../docs/deploy.md')
})

test('every output and every azd variable is put to use by the words of docs/deploy.md, not only listed', () => {
  const words = docs.replaceAll(/<!-- generated[\s\S]*?<!-- \/generated -->/g, '')
  const variables = [...(texts.get('infra/main.parameters.json') ?? '').matchAll(/\$\{(\w+)/g)].map(
    ([, name = '']) => name,
  )
  const outputs = main.outputs.map(({ name }) => name)
  expect([...variables, ...outputs].filter((name) => !words.includes(name))).toEqual([])
})
