import { describe, expect, test } from 'vitest'
import { clock, fleet, labels, logTables, type Label } from '../src/index.ts'
import { records, text, type Row } from './records.ts'

const seeds = Array.from({ length: 11 }, (_, index) => index + 1)
const kinds = [
  'assessment-worse',
  'classic-counters',
  'cpu-plateau',
  'disk-empty',
  'disk-filling',
  'disk-full',
  'memory-leak',
  'resize',
  'short-history',
  'silence',
  'upgrade',
]
const hour = 3_600_000

/** Percent used, by the start of the hour, as the metrics of the labelled machine say. */
function usedByHour({ machineId, metric, instance }: Label, seed: number): Map<number, number> {
  const change = () => fleet({ seed }).filter(({ id }) => id.toLowerCase() === machineId)
  const rows = records(logTables({ seed, change }).InsightsMetrics())
  const values = rows.filter((row) => isOf(row, metric, instance)).map((row) => ({ row, used: used(row) }))
  const sums = new Map<number, { total: number; count: number }>()
  for (const { row, used: value } of values) {
    const at = Math.floor(Date.parse(text(row, 'TimeGenerated')) / hour) * hour
    const { total, count } = sums.get(at) ?? { total: 0, count: 0 }
    sums.set(at, { total: total + value, count: count + 1 })
  }
  return new Map([...sums].map(([at, { total, count }]) => [at, total / count]))
}

function isOf(row: Row, metric: Label['metric'], instance: string): boolean {
  if (metric === 'cpuUsedPercent') return row['Name'] === 'UtilizationPercentage'
  if (metric === 'memoryUsedPercent') return row['Name'] === 'AvailableMB'
  return row['Name'] === 'FreeSpacePercentage' && text(row, 'Tags').includes(JSON.stringify(instance))
}

function used(row: Row): number {
  const tags: Record<string, number> = JSON.parse(text(row, 'Tags'))
  const value = Number(row['Val'])
  if (row['Name'] === 'UtilizationPercentage') return value
  return row['Name'] === 'AvailableMB' ? 100 * (1 - value / (tags['vm.azm.ms/memorySizeMB'] ?? 0)) : 100 - value
}

/** The most that an hour differs from the same hour a week before, inside or outside of the label. */
function jump(label: Label, seed: number): { inside: number; outside: number } {
  const values = usedByHour(label, seed)
  const found = { inside: 0, outside: 0 }
  for (const [at, value] of values) {
    const before = values.get(at - 7 * 24 * hour)
    if (before === undefined || at < clock.getTime() - 3 * 24 * hour) continue
    const side = at >= label.from.getTime() && at < label.to.getTime() ? 'inside' : 'outside'
    found[side] = Math.max(found[side], value - before)
  }
  return found
}

describe.each(seeds)('seed %i', (seed) => {
  const known = labels({ seed })
  const find = (kind: string): Label | undefined => known.find((label) => label.kind === kind)

  test('has one of each kind, on machines of their own', () => {
    expect(known.map(({ kind }) => kind).toSorted()).toEqual(kinds)
    const machines = known.filter(({ kind }) => kind !== 'upgrade').map(({ machineId }) => machineId)
    expect(new Set(machines).size).toBe(machines.length)
  })

  test.each(['cpu-plateau', 'memory-leak', 'disk-filling'])(
    'shows its %s where and when the label says, and not beside',
    (kind) => {
      const label = find(kind)
      if (!label) throw new Error('no label')
      const { inside, outside } = jump(label, seed)
      expect(inside).toBeGreaterThan(11)
      expect(outside).toBeLessThan(6)
      expect(label.to.getTime()).toBeGreaterThan(clock.getTime() - 24 * hour)
      expect(label.reported).toBe('anomaly')
    },
  )

  test('upgrades a machine some hours before it is overloaded', () => {
    const [upgrade, plateau] = [find('upgrade'), find('cpu-plateau')]
    const hours = ((plateau?.from.getTime() ?? 0) - (upgrade?.from.getTime() ?? 0)) / hour
    expect(upgrade?.machineId).toBe(plateau?.machineId)
    expect(hours).toBeGreaterThan(2)
    expect(hours).toBeLessThan(5)
  })

  /** The processor of the machine of a label, by the start of the hour. */
  const processor = (kind: string): { label: Label; hours: [at: number, used: number][] } => {
    const label = find(kind)
    if (!label) throw new Error('no label')
    return { label, hours: [...usedByHour({ ...label, metric: 'cpuUsedPercent', instance: '' }, seed)] }
  }

  test('is silent for exactly the three days that the label names', () => {
    const { label, hours } = processor('silence')
    const missing = hours.filter(([at]) => at >= label.from.getTime() && at < label.to.getTime())
    expect(missing).toEqual([])
    expect(hours).toHaveLength(21 * 24 - 72)
  })

  test('has one machine with forty hours of history', () => {
    expect(processor('short-history').hours).toHaveLength(40)
  })

  test('has a machine that is less busy since its resize', () => {
    const { label, hours } = processor('resize')
    const mean = (values: [number, number][]) => values.reduce((sum, [, value]) => sum + value, 0) / values.length
    const week = 7 * 24 * hour
    const around = (from: number) => hours.filter(([at]) => at >= from && at < from + week)
    expect(mean(around(label.from.getTime())) / mean(around(label.from.getTime() - week))).toBeLessThan(0.65)
  })

  test('keeps a disk at 95 percent', () => {
    const label = find('disk-full')
    if (!label) throw new Error('no label')
    const values = [...usedByHour(label, seed).values()]
    expect(Math.min(...values)).toBeGreaterThan(94)
    expect(Math.max(...values)).toBeLessThan(96)
  })
})

test('another seed moves what happens', () => {
  const places = (seed: number) =>
    labels({ seed }).map(({ kind, machine, from }) => `${kind} ${machine} ${from.toISOString()}`)
  const first = new Set(places(1))
  expect(places(2).filter((place) => first.has(place)).length).toBeLessThan(4)
})

test('a larger fleet has the same labels', () => {
  expect(labels({ machines: 300 })).toEqual(labels())
})
