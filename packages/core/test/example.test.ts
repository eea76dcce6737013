import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

test('the example of the README runs and names servers', () => {
  const output = execFileSync(process.execPath, [fileURLToPath(new URL('example.ts', import.meta.url))], {
    encoding: 'utf8',
  })
  expect(output).toMatch(/^\d+ of \d+ servers were assessed recently/)
  expect(output).toMatch(/^OPO-DC01: 0 critical, 2 security, oldest 37 days$/m)
})
