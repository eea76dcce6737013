import { sandbox, scope } from '@infra-analysis/sandbox'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import windowsBestPractices from '../src/analyses/windows-best-practices/index.ts'
import type { assessedServer, Recommendation } from '../src/analyses/windows-best-practices/row.ts'
import { run, type Source } from '../src/index.ts'
import { type Cells, withLogs } from './workspace.ts'

type Input = z.input<typeof windowsBestPractices.input>
type Server = z.output<typeof assessedServer>

const source = sandbox()

async function ask(input: Input = {}, from: Source = source) {
  const answer = await run(windowsBestPractices, input, { source: from, scope: {} })
  return { ...answer, rows: answer.rows as readonly Recommendation[] }
}

const whole = ask()

describe('over the sample fleet', () => {
  test('each object has one result for a recommendation, of its newest run', async () => {
    const { rows } = await ask({ results: [] })
    const keys = rows.map(({ server, recommendationId, objectName }) => `${server}|${recommendationId}|${objectName}`)
    expect(new Set(keys).size).toBe(rows.length)
    expect(rows.filter(({ ageDays }) => Number(ageDays) > 7)).toEqual([])
  })

  test('servers with failing prerequisites only are not assessed, and not perfect', async () => {
    const { coverage, findings, summary } = await whole
    const reason = 'Prerequisites of the assessment fail, so that nothing was collected'
    expect(coverage.gaps.filter((gap) => gap.reason === reason).map(({ name, state }) => [name, state])).toEqual([
      ['OPO-WSUS01', 'NotAssessed'],
      ['GDN-DC01', 'NotAssessed'],
    ])
    expect(findings.filter(({ code }) => code === 'prerequisites-fail').map(({ subject }) => subject)).toEqual([
      'GDN-DC01',
      'OPO-WSUS01',
    ])
    expect(summary.figures).toContainEqual({ label: 'Servers with failing prerequisites', value: 2 })
  })

  test('the counts of the servers are those of the rows', async () => {
    const { rows: results } = await ask({ results: [] })
    const { rows } = await run(windowsBestPractices, {}, { source, scope: {} }, { view: 'servers' })
    const servers = rows as readonly Server[]
    expect(servers.length).toBe(12)
    for (const { machineId, passed, failed, highPriority } of servers) {
      const own = results.filter((row) => row.machineId === machineId && row.isPrerequisite === false)
      const bad = own.filter(({ result }) => result === 'Failed')
      const high = bad.filter(({ priority }) => priority === 'High')
      expect([own.length - bad.length, bad.length, high.length]).toEqual([passed, failed, highPriority])
    }
  })

  test('a result belongs to the server it is about, not to the one that collected it', async () => {
    const { rows } = await ask({ machines: ['OPO-FS01'] })
    expect(rows.length).toBeGreaterThan(0)
    expect(new Set(rows.map(({ machine, site, collector }) => `${machine} ${site} ${collector}`))).toEqual(
      new Set(['OPO-FS01 Plant-South OPO-DC01.northwind.example']),
    )
    expect(rows[0]).toMatchObject({ machineId: expect.stringMatching(/^\/.+\/opo-fs01$/) })
    const collected = await ask({ machines: ['OPO-DC01'] })
    expect(new Set(collected.rows.map(({ machine }) => machine))).toEqual(new Set(['OPO-DC01']))
  })

  test('two servers of one name stay two', async () => {
    const twins = (await whole).rows.filter(({ machine }) => machine === 'FS01')
    expect(new Set(twins.map(({ machineId }) => machineId)).size).toBe(2)
  })

  test('what a run says about itself is no finding', async () => {
    const { rows } = await ask({ results: [] })
    expect(rows.filter(({ focusArea }) => focusArea.startsWith('Environ'))).toEqual([])
  })

  test('Linux needs no Windows assessment; a server that is gone is said to be', async () => {
    const { coverage } = await whole
    expect(coverage.total).toBe(45)
    expect(coverage.gaps).toContainEqual(
      expect.objectContaining({
        name: 'OPO-QC01',
        state: 'AgentGone',
        reason: 'The machine does not report, so that no assessment arrives; it is Expired',
      }),
    )
  })

  test('a workspace without the table collected nothing', async () => {
    const branches = { source, scope: { workspaces: [scope.branchWorkspace] } }
    const { coverage, rows } = await run(windowsBestPractices, { sites: ['Branch-East'] }, branches)
    expect(rows).toEqual([])
    expect(coverage.covered).toBe(0)
    expect(new Set(coverage.gaps.map(({ state }) => state))).toEqual(new Set(['NotCollected']))
  })

  test.each([
    [{ priorities: ['Low' as const] }, ({ score }: Recommendation) => Number(score) < 35],
    [{ focusAreas: ['security and compliance'] }, (row: Recommendation) => row.focusArea === 'Security and Compliance'],
    [{ contains: 'PASSWORD' }, (row: Recommendation) => /password/i.test(`${row.recommendation} ${row.description}`)],
    [{ sites: ['Plant-North'] }, ({ site }: Recommendation) => site === 'Plant-North'],
  ])('%j narrows the rows', async (input, fits) => {
    const { rows } = await ask(input)
    expect(rows).toEqual((await whole).rows.filter(fits))
    expect(rows.length).toBeGreaterThan(0)
  })
})

describe('over a few results', () => {
  test('what the newest run no longer mentions is shown, and not counted', async () => {
    const old = result({ on: '2026-11-08', AffectedObjectUniqueName: 'E:' })
    const { rows, summary } = await over([old, result({ on: '2026-11-15', AffectedObjectUniqueName: 'C:' })])
    expect(rows.map(({ objectName, isCurrent }) => [objectName, isCurrent])).toEqual([
      ['C:', true],
      ['E:', false],
    ])
    expect(summary.figures).toContainEqual({ label: 'Not followed', value: 1 })
  })

  test('without a score the weight counts; without both the priority is unknown', async () => {
    const weights = [
      result({ RecommendationId: id(1), RecommendationScore: null, RecommendationWeight: 3.5 }),
      result({ RecommendationId: id(2), RecommendationScore: null, RecommendationWeight: null }),
      result({ RecommendationId: id(3), RecommendationScore: 34.9, RecommendationWeight: 9 }),
    ]
    const { rows } = await over(weights)
    expect(rows.map(({ score, priority }) => [score, priority])).toEqual([
      [35, 'High'],
      [34.9, 'Low'],
      [null, 'Unknown'],
    ])
  })

  test('a workspace without the undocumented columns answers as well', async () => {
    const undocumented = ['RecommendationScore', 'AffectedObjectUniqueName', 'AffectedObjectDetails']
    const { rows } = await over([result({ RecommendationWeight: 2 })], {}, undocumented)
    expect(rows).toMatchObject([{ score: 20, priority: 'Low', objectName: '', details: '' }])
  })

  test('a failure to collect is told apart by its area, unless its workflow is important', async () => {
    const area = (internalActionAreaId: string, importantWorkflow: string) =>
      JSON.stringify({ internalActionAreaId, importantWorkflow })
    const failures = [
      area('D8FDDFD2-2d9d-48bf-8d78-98aec796aeae', 'True'),
      area('2d1812e3-ea2d-4f54-894c-bcc9f7908598', 'True'),
      area('2d1812e3-ea2d-4f54-894c-bcc9f7908598', 'False'),
      '',
    ]
    const { rows } = await over(failures.map((CustomData, i) => result({ RecommendationId: id(i), CustomData })))
    expect(new Map(rows.map((row) => [row.recommendationId, row.isPrerequisite]))).toEqual(
      new Map([
        [id(0), true],
        [id(1), false],
        [id(2), true],
        [id(3), false],
      ]),
    )
  })

  test('results of before the prerequisites failed are the last known', async () => {
    const CustomData = JSON.stringify({ internalActionAreaId: 'd8fddfd2-2d9d-48bf-8d78-98aec796aeae' })
    const { coverage, findings } = await over([
      result({ on: '2026-10-25' }),
      result({ on: '2026-11-15', RecommendationId: id(2), CustomData }),
    ])
    expect(coverage.gaps).toMatchObject([
      {
        state: 'Stale',
        reason: 'The newest assessment is older than 14 days; the newest results are of 2026-10-25',
      },
    ])
    expect(findings.map(({ code }) => code)).toEqual(['high-priority', 'prerequisites-fail', 'assessment-stale'])
  })

  test('a result without a resource id belongs to the server that it names, in any spelling', async () => {
    const { rows } = await over([
      result({ _ResourceId: '', Computer: 'utr-dc01', Server: 'utr-DC01.northwind.example' }),
    ])
    expect(rows).toMatchObject([{ machine: 'UTR-DC01', machineId: expect.stringMatching(/^\/.+\/utr-dc01$/) }])
  })
})

const id = (number: number): string => `00000000-0000-0000-0000-00000000000${number}`

const server = {
  Computer: 'UTR-DC01.northwind.example',
  Server: 'UTR-DC01.northwind.example',
  AffectedObjectName: 'UTR-DC01.northwind.example',
  _ResourceId:
    '/subscriptions/2c9d4e17-0a8b-4f36-9e52-7d1b3c6f8a20/resourcegroups/rg-hq-servers/providers/microsoft.hybridcompute/machines/utr-dc01',
}

/** A row of the table: a failed recommendation of score 40. */
const result = ({ on = '2026-11-15', ...cells }: Cells & { readonly on?: string }): Cells => ({
  ...server,
  TimeGenerated: `${on}T00:00:00Z`,
  RecommendationId: id(1),
  Recommendation: 'Do it',
  RecommendationResult: 'Failed',
  RecommendationScore: 40,
  FocusArea: 'Security and Compliance',
  ...cells,
})

/** One server of the sandbox with these results as its log, in a table that lacks some columns. */
const over = (rows: readonly Cells[], input: Input = {}, lacking: readonly string[] = []) =>
  ask({ machines: ['UTR-DC01'], ...input }, withLogs({ WindowsServerAssessmentRecommendation: rows }, source, lacking))
