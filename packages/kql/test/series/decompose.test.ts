import { expect, test } from 'vitest'
import { evaluate } from '../../src/index.ts'
import type { Table } from '../../src/table.ts'
import { value } from '../value.ts'

const season = [4, 8, 6, 2]

/** Four seasons of a slowly growing series with one spike. */
const wave = Array.from({ length: 16 }, (_, index) => (season[index % 4] ?? 0) + index * 0.5 + (index === 9 ? 40 : 0))

const over = (call: string): Table['rows'] =>
  evaluate(`print x = dynamic(${JSON.stringify(wave)}) | extend ${call} | project-away x`).rows

const round = (cell: unknown): unknown =>
  Array.isArray(cell) ? cell.map((item) => Math.round(Number(item) * 1e9) / 1e9) : cell

test('the seasonal part is the median of each phase, the trend the line through the rest', () => {
  const [row = []] = over('(b, s, t, r) = series_decompose(x, 4, "linefit")')
  const [baseline, seasonal, trend, residual] = row as number[][]
  expect(seasonal).toEqual(wave.map((_, index) => [7, 12.5, 10, 6.5][index % 4]))
  expect(baseline?.map((cell, index) => cell + (residual?.[index] ?? 0))).toEqual(
    wave.map((cell) => expect.closeTo(cell, 9)),
  )
  const steps = trend?.slice(1).map((cell, index) => cell - (trend[index] ?? 0)) ?? []
  expect(steps.every((step) => Math.abs(step - (steps[0] ?? 0)) < 1e-9)).toBe(true)
})

test('a spike is the one anomaly', () => {
  const [row = []] = over('(flag, score, baseline) = series_decompose_anomalies(x, 1.5, 4, "linefit")')
  expect(row[0]).toEqual(wave.map((_, index) => (index === 9 ? 1 : 0)))
  expect((row[1] as number[])[9]).toBeGreaterThan(1.5)
})

test('a forecast extends the line and the seasons', () => {
  const line = Array.from({ length: 12 }, (_, index) => (index < 8 ? 10 + 2 * index : 0))
  expect(round(value(`series_decompose_forecast(dynamic(${JSON.stringify(line)}), 4, 0)`))).toEqual(
    line.map((_, index) => 10 + 2 * index),
  )
})

test('seasons are found where they are plain', () => {
  const plain = Array.from({ length: 40 }, (_, index) => [0, 2, 5, 9, 5, 2][index % 6])
  expect(value(`series_seasonal(dynamic(${JSON.stringify(plain)}))`)).toEqual(plain)
})

test('outliers are measured from the fences in units of their distance', () => {
  const values = [0, 1, 2, 3, 4, 5, 6, 7, 8, 20]
  // Tukey's fences of these values are 2.25 and 6.75.
  expect(round(value(`series_outliers(dynamic(${JSON.stringify(values)}), "tukey")`))).toEqual(
    values.map(
      (cell) => Math.round(1e9 * (cell > 6.75 ? (cell - 6.75) / 4.5 : cell < 2.25 ? (cell - 2.25) / 4.5 : 0)) / 1e9,
    ),
  )
  const scores = value(`series_outliers(dynamic([null, ${values.join(', ')}]))`) as number[]
  expect(scores[0]).toBe(0)
  expect(scores.at(-1)).toBeCloseTo(((20 - 9.2) / (9.2 - 0.9)) * 2.772605605507915, 12)
})

test.each([
  'series_decompose(dynamic([1, null, 2]), 0)',
  'series_decompose(dynamic([1, 2, 3]), 0, "cubic")',
  'series_outliers(dynamic([1, 2, 3]), "ctukey", real(null), 5, 95)',
])('refuses %s', (expression) => {
  expect(() => value(expression)).toThrow('is not supported')
})
