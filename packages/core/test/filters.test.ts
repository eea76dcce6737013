import { sandbox } from '@infra-analysis/sandbox'
import { describe, expect, test } from 'vitest'
import { analysisOf, catalog, connect, parseScope, run, type Source } from '../src/index.ts'

const place = { source: sandbox(), scope: parseScope({}) }
const { rows: servers } = await connect(place.source).run('server-metadata')
const isAt = (site: string) => (server: (typeof servers)[number]) =>
  (server.tags as Readonly<Record<string, unknown>>)['Datacenter'] === site
const tables = catalog.flatMap((analysis) =>
  Object.keys(analysis.views).map((view) => ({ analysis, view, id: analysis.id })),
)

/** What each filter has to leave, for a filter that the analysis takes. */
const filters = [
  { input: { sites: ['Plant-South'] }, keeps: servers.filter(isAt('Plant-South')) },
  { input: { tag: 'Datacenter=Plant-South' }, keeps: servers.filter(isAt('Plant-South')) },
  { input: { osTypes: ['Linux'] }, keeps: servers.filter(({ osType }) => osType === 'Linux') },
  { input: { machines: ['OPO-SCADA01'] }, keeps: servers.filter(({ name }) => name === 'OPO-SCADA01') },
]

describe.each(tables)('$id, $view', ({ analysis, view }) => {
  const taken = filters.filter(({ input }) => Object.keys(input).every((name) => name in analysis.input.shape))

  test.each(taken)('$input leaves rows of these machines only', async ({ input, keeps }) => {
    const [all, some] = [await run(analysis, {}, place, { view }), await run(analysis, input, place, { view })]
    const ids = new Set(keeps.map(({ machineId }) => machineId))
    const foreign = some.rows.filter(({ machineId = '' }) => machineId !== '' && !ids.has(machineId as string))
    expect(foreign).toEqual([])
    expect(some.rows.length).toBeLessThan(all.rows.length)
  })

  test('a site and its tag leave the same rows', async () => {
    const [bySite, byTag] = await Promise.all(
      [{ sites: ['Plant-South'] }, { tag: 'Datacenter=Plant-South' }].map((input) =>
        run(analysis, input, place, { view }),
      ),
    )
    expect(bySite?.rows).toEqual(byTag?.rows)
  })

  test('a site that is nowhere leaves no rows', async () => {
    expect((await run(analysis, { sites: ['nowhere'] }, place, { view })).rows).toEqual([])
  })
})

test('an input that would leave the rows of a view as they are is refused, since they would look filtered', async () => {
  const asked = connect(place.source).run('patching-level', { kbs: ['KB5031364'] })
  await expect(asked).rejects.toMatchObject({
    code: 'InvalidInput',
    message: "'kbs' does not filter the rows of the view 'machines'",
    hint: 'Views that it filters: patches. Leave it out here.',
  })
})

test('a filter that selects many machines does not split a question to a log, whose rows may span them', async () => {
  const many = sandbox({ machines: 300 })
  const asked: string[] = []
  const query: Source['query'] = (question) => {
    asked.push(question.kql)
    return many.query(question)
  }
  await run(
    analysisOf('software-inventory'),
    { osTypes: ['Windows'] },
    { source: { ...many, query }, scope: {} },
    { view: 'products' },
  )
  expect(asked.filter((kql) => kql.startsWith('// One row is a software version with the machines')).length).toBe(1)
})
