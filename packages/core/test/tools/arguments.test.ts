import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import { describe, expect, test } from 'vitest'
import { type ToolName, tools } from '../../src/index.ts'
import { call, pageOf, textOf } from './sandbox.ts'

describe('what can mean one thing only is understood', () => {
  test.each([
    ['a number as text', { limit: '3' }, { limit: 3 }],
    ['a flag as text', { view: 'patches', includeDefinitions: 'True' }, { view: 'patches', includeDefinitions: true }],
    ['one value for a list', { sites: 'Plant-North' }, { sites: ['Plant-North'] }],
    ['JSON text for a list', { sites: '["Plant-North"]' }, { sites: ['Plant-North'] }],
    ['a word in another case', { osTypes: ['windows'] }, { osTypes: ['Windows'] }],
    ['a column in another case', { columns: ['NAME'] }, { columns: ['name'] }],
    ['null for what is not given', { limit: 3, view: null, sites: null }, { limit: 3 }],
    ['empty text for an empty list', { limit: 3, sites: '' }, { limit: 3 }],
    ['nothing at all', undefined, {}],
  ])('%s', async (_, written, meant) => {
    const [one, other] = [await call('get_patching_level', written), await call('get_patching_level', meant)]
    const { nextCursor: _one, ...page } = pageOf(one)
    const { nextCursor: _other, ...wanted } = pageOf(other)
    expect(page).toEqual(wanted)
  })
})

const refused: readonly [ToolName, unknown, readonly string[]][] = [
  ['get_server_metadata', { osTypes: ['Solaris'] }, ['"Solaris"', "'osTypes'", 'Windows, Linux']],
  ['get_server_metadata', { machine: 'UTR-JMP01' }, ["'machine'", "Did you mean 'machines'?", 'resourceGroups']],
  ['get_server_metadata', { limt: 5 }, ["'limt'", "Did you mean 'limit'?"]],
  ['get_server_metadata', { limit: 500 }, ['500', "'limit'", '200']],
  ['get_server_metadata', { limit: 0 }, ['0', "'limit'", '1']],
  ['get_server_metadata', { limit: 'many' }, ['"many"', "'limit'"]],
  ['get_server_metadata', { view: 'disks' }, ['"disks"', "'view'", 'servers, extensions']],
  ['get_server_metadata', { columns: ['osname2'] }, ["'osname2'", "Did you mean 'osName'?", 'machineId']],
  [
    'get_server_metadata',
    { machines: ['UTR-JMP1'] },
    ["'UTR-JMP1'", "Did you mean 'UTR-JMP01'?", 'get_server_metadata lists'],
  ],
  ['get_server_metadata', { machines: 'x'.repeat(10_000) }, ['No machine in scope', 'get_server_metadata lists']],
  ['get_server_metadata', { machines: 5 }, ['5', "'machines'"]],
  ['get_server_metadata', { machines: [['x']] }, ["'machines'"]],
  ['get_server_metadata', { tag: 'Owner' }, ['"Owner"', "'tag'", 'Name=Value']],
  ['get_server_metadata', { subscriptions: ['prod'] }, ["'prod'", 'GUID']],
  ['get_server_metadata', { cursor: 'abc' }, ['Call again without cursor']],
  ['get_server_metadata', ['machines'], ['Send {}']],
  ['get_server_metadata', 'all', ['Send {}']],
  ['get_server_metadata', JSON.parse('{"__proto__": {"limit": 1}}'), ["'__proto__'"]],
  ['get_anomalies', { timespan: 'yesterday' }, ['"yesterday"', "'timespan'", '30d']],
  ['get_anomalies', { since: '2026-11-20', until: '2026-11-10' }, ['Give since before until']],
  ['get_anomalies', { cpuLimit: 900 }, ['900', "'cpuLimit'", '100']],
  ['get_anomalies', { workspaces: ['mine'] }, ["'mine'", 'workspace id']],
]

test.each(refused)('%s refuses %j and teaches', async (name, args, words) => {
  const { result, outcome } = await call(name, args)
  const text = textOf({ result })
  expect(outcome).toMatchObject({ code: 'InvalidInput', rows: 0, complete: false })
  expect(result.isError).toBe(true)
  expect(result.structuredContent).toBeUndefined()
  for (const word of words) expect(text).toContain(word)
  expect(text).toMatch(/^InvalidInput: .* call \w+ again\.$/)
  expect(text).toContain(name)
  expect(encode(text).length).toBeLessThanOrEqual(120)
})

test.each(['limit', 'machines', 'unknown'])('%s without end is refused, and not taken for a defect', async (name) => {
  const deep = JSON.parse(`{"${name}":${'['.repeat(50_000)}${']'.repeat(50_000)}}`)
  expect(textOf(await call('get_server_metadata', deep))).toMatch(/^InvalidInput: An argument is nested too deeply\. /)
})

test('nothing found is an answer, which says what it means', async () => {
  const reply = await call('get_server_metadata', { sites: ['Nowhere'] })
  const page = pageOf(reply)
  expect(textOf(reply)).toContain('\nCoverage: 0 of 0 known\n')
  expect(page.rows).toEqual([])
  expect(page.summary).toContain('Nothing was found')
  expect(page.coverage).toMatchObject({ total: 0, covered: 0 })
})

test('every tool can be called without arguments, and takes what its analysis takes', () => {
  for (const { analysis, inputSchema } of tools()) {
    const properties = Object.keys(inputSchema['properties'] as object)
    expect(properties).toEqual(
      expect.arrayContaining([...Object.keys(analysis.input.shape), 'columns', 'limit', 'cursor']),
    )
    expect(properties.includes('workspaces')).toBe(analysis.engine === 'log-analytics')
    expect(properties.includes('subscriptions')).toBe(true)
  }
})
