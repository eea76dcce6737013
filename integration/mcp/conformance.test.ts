import { beforeAll, expect, test } from 'vitest'
import { baselineOf, countsOf, reasonOf } from './baseline.ts'
import { conformance, type Revision } from './conformance.ts'
import { withToken } from './proxy.ts'
import { serve } from './served.ts'
import { verdictOn } from './verdict.ts'

let url: string
beforeAll(async () => {
  const server = await serve()
  const proxy = await withToken(server)
  url = proxy.url
  return async () => {
    await proxy.close()
    await server.close()
  }
})

test.for<Revision>(['2025-11-25', '2026-07-28'])('the server conforms to %s', async (revision) => {
  const checks = await conformance(url, revision)
  process.stdout.write(`conformance to ${revision}: ${countsOf(checks)}\n`)
  const failed = checks.filter((check) => verdictOn(check) === 'fails')
  expect(failed.map((check) => `${check.scenario}, ${check.id}: ${reasonOf(check)}`)).toEqual([])
  await expect(baselineOf(checks)).toMatchFileSnapshot(`baseline/${revision}.txt`)
})
