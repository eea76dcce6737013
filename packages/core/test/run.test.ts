import { sandbox } from '@infra-analysis/sandbox'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { connect, type Page, type Source } from '../src/index.ts'
import { clock } from './clock.ts'

const fleet = connect(sandbox())

test('an answer is typed by the name of the analysis and the view', async () => {
  const servers = await fleet.run('server-metadata', { osTypes: ['Linux'] })
  expectTypeOf(servers.rows[0]!.memoryGiB).toEqualTypeOf<number | null>()
  const patches = await fleet.run('patching-level', { severities: ['Critical'] }, { view: 'patches' })
  expectTypeOf(patches.rows[0]!.patchKey).toEqualTypeOf<string>()
  expect(new Set(servers.rows.map(({ osType }) => osType))).toEqual(new Set(['Linux']))
  expect(new Set(patches.rows.map(({ severity }) => severity))).toEqual(new Set(['Critical']))
  // @ts-expect-error a name that does not exist
  await expect(fleet.run('no-such')).rejects.toThrow("There is no analysis 'no-such'")
  // @ts-expect-error a value that does not exist
  await expect(fleet.run('server-metadata', { osTypes: ['Solaris'] })).rejects.toThrow('is not valid')
})

test('an answer says what was asked, of whom, and when', async () => {
  const { evidence, asOf, complete } = await fleet.run('server-metadata')
  expect(asOf).toBe(clock.toISOString())
  expect(complete).toBe(true)
  expect(evidence).toMatchObject([{ query: 'servers', engine: 'resource-graph', pages: 1, requests: 1, waitedMs: 0 }])
  expect(evidence[0]?.kql).toContain('array_length(dynamic([])) == 0')
})

test('a machine that changes changes the answer', async () => {
  const shut = connect(
    sandbox({
      change: (machines) =>
        machines.map((machine, i) =>
          i === 0 ? { ...machine, agent: { ...machine.agent, status: 'Disconnected' as const } } : machine,
        ),
    }),
  )
  const statuses = async (of: typeof fleet) =>
    (await of.run('server-metadata')).rows.map(({ agentStatus }) => agentStatus)
  const [before, after] = await Promise.all([statuses(fleet), statuses(shut)])
  expect(after.filter((status, i) => status !== before[i])).toEqual(['Disconnected'])
})

describe('machines by name', () => {
  test('one by its host name, in any case', async () => {
    const { rows } = await fleet.run('server-metadata', { machines: ['opo-lims01'] })
    expect(rows.map(({ name }) => name)).toEqual(['OPO-LIMS01'])
  })

  test('a name that nobody has is refused with a suggestion', async () => {
    await expect(fleet.run('patching-level', { machines: ['OPO-LIMS02'] })).rejects.toMatchObject({
      code: 'InvalidInput',
      message: expect.stringContaining("Did you mean 'OPO-LIMS01'?"),
    })
  })
})

describe('what a source may get wrong', () => {
  const source = (page: Partial<Page>): Source => ({
    name: 'azure',
    now: () => clock,
    query: async function* () {
      yield { columns: [], rows: [], requests: 1, waitedMs: 0, ...page }
    },
  })

  test('a row of another shape is our defect, not an answer', async () => {
    const wrong = source({ columns: [{ name: 'machineId', type: 'long' }], rows: [[1]] })
    await expect(connect(wrong).run('server-metadata')).rejects.toMatchObject({ code: 'RowMismatch' })
  })

  test('a gap makes the answer incomplete', async () => {
    const gap = { code: 'subscription-skipped', message: 'One subscription is missing', hint: 'Ask for Reader.' }
    expect(await connect(source({ gaps: [gap] })).run('server-metadata')).toMatchObject({
      complete: false,
      warnings: [gap],
    })
  })
})
