import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { answer, findings } from './example.ts'

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8').trim()

const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``

const results = new URL('../../../bench/kql-results.md', import.meta.url)

/** What stands between the markers of the README. */
const parts: Readonly<Record<string, () => string>> = {
  example: () => fenced('ts', read('example.ts')),
  output: () => fenced('json', [answer.columns, answer.rows, findings].map((part) => JSON.stringify(part)).join('\n')),
  speed: () => (existsSync(results) ? read(results.href) : 'Not measured yet.'),
}

test('README.md shows the example, its answer and the measurements as they are', async () => {
  const made = read('../README.md').replaceAll(
    /(<!-- generated: (\w+) -->\n)[\s\S]*?(<!-- \/generated -->)/g,
    (_, start: string, name: string, end: string) => `${start}${parts[name]?.()}\n${end}`,
  )
  expect(answer.rows).toEqual([[2, 24]])
  await expect(`${made}\n`).toMatchFileSnapshot('../README.md')
})

test('what is published is the build, the README and the licence', () => {
  const { files, exports, publishConfig, ...manifest } = JSON.parse(read('../package.json')) as {
    readonly name: string
    readonly files: readonly string[]
    readonly license: string
    readonly exports: unknown
    readonly publishConfig: { readonly exports: unknown; readonly types: string }
    readonly private?: boolean
  }
  const { compilerOptions } = JSON.parse(read('../tsconfig.json')) as { compilerOptions: { outDir: string } }
  expect(manifest.private).toBeUndefined()
  expect(files).toEqual([compilerOptions.outDir, 'README.md', 'LICENSE'])
  expect(files.slice(1).filter((file) => !existsSync(new URL(`../${file}`, import.meta.url)))).toEqual([])
  expect(exports).toEqual({ '.': './src/index.ts' })
  expect(publishConfig.exports).toEqual({ '.': { types: './dist/index.d.ts', default: './dist/index.js' } })
  expect(read('../LICENSE')).toBe(read('../../../LICENSE'))
})
