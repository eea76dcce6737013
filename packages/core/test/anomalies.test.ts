import { labels, sandbox, type Label } from '@infra-analysis/sandbox'
import { describe, expect, test } from 'vitest'
import anomalies from '../src/analyses/anomalies/index.ts'
import type { Answer } from '../src/answer.ts'
import { run } from '../src/run.ts'

const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const machines = 60

const answers = new Map<number, Answer>()
async function answerOf(seed: number): Promise<Answer> {
  const known =
    answers.get(seed) ?? (await run(anomalies, {}, { source: sandbox({ seed, machines, sampling: 60 }), scope: {} }))
  answers.set(seed, known)
  return known
}

interface Hit {
  readonly machineId: string
  readonly metric: string
  readonly from: number
  readonly to: number
}

const hitsOf = ({ rows }: Answer, kind: string): readonly Hit[] =>
  rows
    .filter((row) => row['kind'] === kind)
    .map(({ machineId, metric, startedAt, endedAt }) => ({
      machineId: String(machineId),
      metric: String(metric),
      from: Date.parse(String(startedAt)),
      to: Date.parse(String(endedAt)),
    }))

const hour = 3_600_000
const explains = (label: Label, hit: Hit): boolean =>
  label.machineId === hit.machineId &&
  label.metric === hit.metric &&
  label.from.getTime() < hit.to + hour &&
  label.to.getTime() > hit.from - hour

describe('against the labels of eleven fleets', () => {
  test.each(seeds)('seed %i: what is hidden is found', async (seed) => {
    const hits = hitsOf(await answerOf(seed), 'anomaly')
    const hidden = labels({ seed, machines }).filter(({ reported }) => reported === 'anomaly')
    expect(hidden.length).toBeGreaterThan(0)
    expect(hidden.filter((label) => !hits.some((hit) => explains(label, hit)))).toEqual([])
  })

  test.each(seeds)('seed %i: every sustained breach is found, and only in disks that are full', async (seed) => {
    const full = labels({ seed, machines }).filter(({ reported }) => reported === 'breach')
    const hits = hitsOf(await answerOf(seed), 'breach')
    expect(full.filter((label) => !hits.some((hit) => explains(label, hit)))).toEqual([])
  })

  test('precision and recall are at least 0.95', async () => {
    const found = await Promise.all(
      seeds.map(async (seed) => {
        const hits = hitsOf(await answerOf(seed), 'anomaly')
        const hidden = labels({ seed, machines })
        const wanted = hidden.filter(({ reported }) => reported === 'anomaly')
        return {
          hits: hits.length,
          explained: hits.filter((hit) => hidden.some((label) => explains(label, hit))).length,
          wanted: wanted.length,
          recalled: wanted.filter((label) => hits.some((hit) => explains(label, hit))).length,
        }
      }),
    )
    const sum = (of: 'hits' | 'explained' | 'wanted' | 'recalled') => found.reduce((total, one) => total + one[of], 0)
    const [precision, recall] = [sum('explained') / sum('hits'), sum('recalled') / sum('wanted')]
    process.stdout.write(
      `anomalies: precision ${precision.toFixed(3)} (${sum('hits')} episodes), recall ${recall.toFixed(3)} (${sum('wanted')} hidden)\n`,
    )
    expect(precision).toBeGreaterThanOrEqual(0.95)
    expect(recall).toBeGreaterThanOrEqual(0.95)
  })
})

test('a machine with too little history is skipped and said so, an empty one is not collected', async () => {
  const { coverage } = await answerOf(1)
  const skipped = labels({ seed: 1, machines }).filter(({ reported }) => reported === 'skipped')
  const gaps = new Map(coverage.gaps.map(({ resourceId, state }) => [resourceId, state]))
  expect(skipped.map(({ machineId }) => gaps.get(machineId))).toEqual(skipped.map(() => 'TooFewPoints'))
  expect(coverage.states).toMatchObject({ NotCollected: expect.any(Number) })
})

test('the season that the store is asked for follows from the length of the history', async () => {
  const { evidence } = await run(anomalies, { learn: '5d' }, { source: sandbox({ machines: 3 }), scope: {} })
  expect(evidence[0]?.kql).toContain('series_decompose_anomalies(filled, real(2.5), long(24)')
  expect((await answerOf(1)).evidence[0]?.kql).toContain('long(168)')
})
