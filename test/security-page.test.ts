import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const page = new URL('../docs/security.md', import.meta.url)

/** Links to tests and recordings: words of a test's name, and its file. */
const proofs = [...readFileSync(page, 'utf8').matchAll(/\[([^\]]+)\]\((\.\.\/[^)]+)\)/g)]

test('every claim of docs/security.md names a test that exists', () => {
  const missing = proofs.filter(([, words = '', file = '']) => {
    const url = new URL(file, page)
    return !existsSync(url) || !readFileSync(url, 'utf8').includes(words)
  })
  expect(proofs.length).toBeGreaterThan(40)
  expect(missing.map(([link]) => link)).toEqual([])
})
