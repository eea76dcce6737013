import { tables as schema } from '@infra-analysis/core'
import { expect, test } from 'vitest'
import { fleet, logTables, type LogTableName } from '../src/index.ts'
import { grid } from '../src/metrics/ticks.ts'
import { configurationChange } from '../src/tables/logs/configuration-change.ts'
import { configurationData } from '../src/tables/logs/configuration-data.ts'
import { heartbeat } from '../src/tables/logs/heartbeat.ts'
import { insightsMetrics } from '../src/tables/logs/insights-metrics.ts'
import { logTable, together } from '../src/tables/logs/log-table.ts'
import { perf } from '../src/tables/logs/perf.ts'
import type { Run } from '../src/tables/logs/run.ts'
import { sqlAssessment } from '../src/tables/logs/sql-assessment.ts'
import { windowsAssessment } from '../src/tables/logs/windows-assessment.ts'
import { days } from './ask.ts'

const machines = fleet({ machines: 60 })
const window = days(7)
const asked = { machines, window, all: machines }
const moments = grid(window, 60)

const runs: Readonly<Record<LogTableName, () => readonly Run[]>> = {
  ConfigurationChange: () => configurationChange(asked),
  ConfigurationData: () => configurationData(asked),
  Heartbeat: () => heartbeat(machines, moments),
  InsightsMetrics: () => insightsMetrics(machines, moments),
  Perf: () => perf(machines, moments),
  SqlAssessment_CL: () => sqlAssessment(asked),
  WindowsServerAssessmentRecommendation: () => windowsAssessment(asked),
}

test.each(Object.entries(runs))('%s has the columns that its rows fill, and rows of the window only', (name, make) => {
  const made = make()
  const known = new Set(schema['log-analytics'][name as LogTableName]?.map((column) => column.name))
  const filled = new Set(
    made.flatMap(({ cells, varying }) => [...Object.keys(cells), ...(varying ? [varying.column] : [])]),
  )
  expect([...filled].filter((column) => !known.has(column))).toEqual([])
  expect(made.some(({ times }) => times.length > 0)).toBe(true)
  expect(
    made.flatMap(({ times }) => times.filter((at) => at < window.from.getTime() || at >= window.to.getTime())),
  ).toEqual([])
})

test('rows are what the columns say', () => {
  const table = logTables().Perf({ window: days(0.1) })
  const place = (name: string) => table.columns.findIndex((column) => column.name === name)
  const [row] = table.rows
  expect(table.rows).toHaveLength(table.length)
  expect(row?.[place('TimeGenerated')]).toMatch(/^2026-11-\d\dT\d\d:\d\d:\d\d\.0000000Z$/)
  expect(row?.[place('CounterValue')]).toBe(table.cells('CounterValue')[0])
  expect(row?.[place('Type')]).toBe('Perf')
})

test('tables together have the rows of each, in their order', () => {
  const one = (value: number): Run => ({
    cells: { Computer: `server${value}` },
    times: [value * 1000],
    varying: { column: 'Val', cells: () => Float64Array.of(value) },
  })
  const both = together([logTable('InsightsMetrics', [one(1), one(2)]), logTable('InsightsMetrics', [one(3)])])
  expect(both).toHaveLength(3)
  expect(both.cells('Computer')).toEqual(['server1', 'server2', 'server3'])
  expect(both.cells('Val')).toEqual(Float64Array.of(1, 2, 3))
  expect(both.rows.map((row) => row.includes('server2'))).toEqual([false, true, false])
})

test('a table is made once for the questions of one part, and anew for another', () => {
  const { Heartbeat } = logTables({ machines: 3 })
  const first = Heartbeat({ window })
  expect(Heartbeat({ window: days(7) })).toBe(first)
  expect(Heartbeat({ window: days(1) })).not.toBe(first)
})
