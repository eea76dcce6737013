import { expect, test } from 'vitest'
import { fleet } from '../src/index.ts'
import { askLogs } from './ask.ts'
import type { Row } from './records.ts'

const lines = `SqlAssessment_CL | extend field = parse_csv(RawData), machine = tostring(split(_ResourceId, '/')[8])
  | extend runId = tostring(field[1]), severity = toint(field[8]), instance = tostring(field[11])`
const runs = `${lines} | where array_length(field) == 12
  | summarize checks = count(), failed = countif(severity >= 0), from = min(TimeGenerated), to = max(TimeGenerated) by machine, instance, runId`

const [runRows, shapes, codes] = await Promise.all([
  askLogs(runs),
  askLogs(`${lines} | summarize count() by fields = array_length(field)`),
  askLogs(`${lines} | where array_length(field) == 12 | summarize count() by machine, instance, runId, severity`),
])

const ofMachine = (rows: readonly Row[], name: string): Row[] => rows.filter(({ machine }) => machine === name)

test('every assessed engine has eight weekly runs, each with a run id of its own', () => {
  const assessed = fleet()
    .filter(({ subscriptionId, name }) => subscriptionId && name !== 'UTR-SQL02')
    .flatMap(({ name, sql }) => sql.filter((one) => one.assessed).map((one) => `${name.toLowerCase()}|${one.name}`))
  const counts = new Map<string, number>()
  for (const { machine, instance } of runRows) {
    const key = `${String(machine)}|${String(instance)}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  expect(assessed.length).toBeGreaterThan(10)
  expect(assessed.map((key) => counts.get(key))).toEqual(assessed.map(() => 8))
  expect(new Set(runRows.map(({ runId }) => runId)).size).toBe(runRows.length)
})

test('about eight of ten checks pass', () => {
  const sum = (column: string) => runRows.reduce((total, row) => total + Number(row[column]), 0)
  expect(sum('failed') / sum('checks')).toBeGreaterThan(0.12)
  expect(sum('failed') / sum('checks')).toBeLessThan(0.25)
})

test('one line arrived with eleven fields', () => {
  expect(shapes).toEqual(
    expect.arrayContaining([
      { fields: 11, count_: 1 },
      { fields: 12, count_: expect.any(Number) },
    ]),
  )
  expect(shapes).toHaveLength(2)
})

test('one run uses the old severities, and no run mixes the two generations', () => {
  const old = codes.filter(({ severity }) => severity === 1 || severity === 2)
  const oldRuns = new Set(old.map(({ runId }) => runId))
  expect(new Set(old.map(({ machine }) => machine))).toEqual(new Set(['trd-hist01']))
  expect(oldRuns.size).toBe(1)
  const ofOldRun = codes.filter(({ runId }) => oldRuns.has(runId)).map(({ severity }) => severity)
  expect(new Set(ofOldRun)).toEqual(new Set([-1, 1, 2]))
  expect(new Set(codes.map(({ severity }) => severity))).toEqual(new Set([-1, 0, 1, 2, 10, 20, 30]))
})

test('a run was repeated on one day, with the same findings', () => {
  const newest = ofMachine(runRows, 'utr-sql02').filter(({ from }) => String(from) >= '2026-11-14T20')
  expect(newest).toHaveLength(2)
  expect(newest[0]?.['failed']).toBe(newest[1]?.['failed'])
})

test('a run straddles midnight', () => {
  const dayOf = (time: unknown) => String(time).slice(0, 10)
  const straddling = runRows.filter(({ from, to }) => dayOf(from) !== dayOf(to))
  expect(new Set(straddling.map(({ machine }) => machine))).toContain('utr-sql01')
})

test('two instances of one machine are assessed, one of them named', () => {
  expect(new Set(ofMachine(runRows, 'trd-sqlmes01').map(({ instance }) => instance))).toEqual(
    new Set(['MSSQLSERVER', 'HISTORIAN']),
  )
})

test('messages hold commas and quotes, and survive the CSV', async () => {
  const rows = await askLogs(`${lines} | where field[2] == 'TempDbOnSystem' and severity >= 0 | take 1
    | project message = tostring(field[9]), tags = tostring(field[10])`)
  expect(rows[0]?.['message']).toMatch(/lives on "C:\\", next to Windows/)
  expect(rows[0]?.['tags']).toBe('DefaultRuleset, DBFileConfiguration, Storage')
})

test('some machines write local time with its offset', async () => {
  const rows = await askLogs(
    `${lines} | where RawData matches regex @'^[^,]+[+]01:00,' | extend checkedAt = todatetime(field[0])
     | summarize furthest = max(abs(datetime_diff('second', TimeGenerated, checkedAt)))`,
  )
  expect(rows[0]?.['furthest']).toBeGreaterThan(0)
  expect(rows[0]?.['furthest']).toBeLessThan(60)
})

test('between two runs findings appear and go away', async () => {
  const rows = await askLogs(`${lines} | where machine == 'utr-sqlerp01' and severity >= 0
    | summarize runs = dcount(runId) by check = tostring(field[2]), target = tostring(field[7])`)
  expect(rows.some(({ runs: count }) => count === 8)).toBe(true)
  expect(rows.some(({ runs: count }) => Number(count) < 8)).toBe(true)
})
