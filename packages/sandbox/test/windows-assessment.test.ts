import { expect, test } from 'vitest'
import { askLogs } from './ask.ts'

const rows = `WindowsServerAssessmentRecommendation | where FocusArea != 'EnvironementFilter'
  | extend server = tostring(split(Server, '.')[0]), isPrerequisite = FocusArea == 'Prerequisites'`

test('twelve servers are assessed weekly', async () => {
  const servers = await askLogs(
    `${rows} | summarize runs = dcount(AssessmentId), newest = max(TimeGenerated) by Server`,
  )
  expect(servers).toHaveLength(12)
  expect(servers.every(({ runs }) => Number(runs) >= 5)).toBe(true)
})

test('a run has 25 to 70 results, three of ten failed', async () => {
  const runs = await askLogs(
    `${rows} | where not(isPrerequisite) | summarize results = count(), failed = countif(RecommendationResult == 'Failed') by AssessmentId`,
  )
  const results = runs.map((run) => Number(run['results']))
  const failed = runs.reduce((sum, run) => sum + Number(run['failed']), 0)
  expect(Math.min(...results)).toBeGreaterThanOrEqual(25)
  expect(Math.max(...results)).toBeLessThanOrEqual(70)
  expect(failed / results.reduce((a, b) => a + b)).toBeGreaterThan(0.2)
  expect(failed / results.reduce((a, b) => a + b)).toBeLessThan(0.4)
})

test('two servers have failed prerequisites and nothing else', async () => {
  const servers = await askLogs(
    `${rows} | summarize all = count(), failures = countif(isPrerequisite) by server | where failures > 0`,
  )
  expect(new Set(servers.map(({ server }) => server))).toEqual(new Set(['GDN-DC01', 'OPO-WSUS01']))
  expect(servers.every((row) => row['all'] === row['failures'])).toBe(true)
})

test('a few servers are collected by another one, under its id', async () => {
  const pairs = await askLogs(
    `${rows} | where Computer != Server | distinct server, collector = tostring(split(Computer, '.')[0]), _ResourceId`,
  )
  expect(pairs.map(({ server, collector }) => `${String(server)} by ${String(collector)}`).toSorted()).toEqual([
    'OPO-FS01 by OPO-DC01',
    'TRD-FS01 by TRD-DC01',
    'UTR-DC02 by UTR-DC01',
  ])
  expect(
    pairs.every(({ collector, _ResourceId }) => String(_ResourceId).endsWith(String(collector).toLowerCase())),
  ).toBe(true)
})

test('scores run from low to high, and one release writes none', async () => {
  const [scores] = await askLogs(
    `${rows} | where not(isPrerequisite) | summarize low = min(RecommendationScore), high = max(RecommendationScore), none = countif(isnull(RecommendationScore))`,
  )
  expect(scores).toMatchObject({ low: 5, high: 72 })
  expect(scores?.['none']).toBeGreaterThan(0)
})

test('something that failed is mended in the newest run', async () => {
  const mended = await askLogs(
    `${rows} | summarize results = make_set(RecommendationResult), arg_max(TimeGenerated, RecommendationResult) by server, RecommendationId, AffectedObjectUniqueName
     | where array_length(results) == 2 and RecommendationResult == 'Passed'`,
  )
  expect(mended.length).toBeGreaterThan(0)
})

test('every run writes a row about its filter, which is no finding', async () => {
  const [filter] = await askLogs(
    `WindowsServerAssessmentRecommendation | where FocusArea == 'EnvironementFilter' | summarize rows = count(), runs = dcount(AssessmentId)`,
  )
  expect(filter?.['rows']).toBe(filter?.['runs'])
})
