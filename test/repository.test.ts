import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')

test.each(['.', 'bench', 'bench/mcp', 'integration'])('the lock file of %s names no host', (folder) => {
  expect(read(`${folder}/pnpm-lock.yaml`)).not.toMatch(/https?:\/\//)
})

test('AGENTS.md fits in a hundred lines', () => {
  expect(read('AGENTS.md').split('\n').length).toBeLessThanOrEqual(100)
})

test('nothing that users install runs a script', () => {
  const scripts = ['kql', 'core', 'sandbox', 'cli', 'functions-host', 'infra-check'].map(
    (name) => JSON.parse(read(`packages/${name}/package.json`)).scripts,
  )
  expect(scripts.filter((script) => script && Object.keys(script).some((key) => /install/.test(key)))).toEqual([])
})
