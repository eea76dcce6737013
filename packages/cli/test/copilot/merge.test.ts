import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { merge } from '../../src/copilot/merge.ts'
import { parse } from '../../src/copilot/jsonc/parse.ts'

const ours = { type: 'stdio', command: 'npx', args: ['mcp'] }
const wanted = { servers: { infra: ours }, inputs: [{ id: 'infraKey', type: 'promptString' }] }
const into = (text: string, replaces = false) => merge('.vscode/mcp.json', text, wanted, replaces)

describe('a configuration', () => {
  test('keeps its comments, order, indentation and line ends', () => {
    const text = [
      '// for the team',
      '{',
      '\t"servers": {',
      '\t\t"github": { "type": "http", "url": "https://api.example/mcp" }, // ask Ana, not "infra": {}',
      '\t\t"files": {',
      '\t\t\t"command": "files" /* local */',
      '\t\t} // the last one',
      '\t},',
      '\t"inputs": [],',
      '}',
      '',
    ].join('\r\n')
    expect(into(text).text).toMatchInlineSnapshot(`
      "// for the team
      {
      	"servers": {
      		"github": { "type": "http", "url": "https://api.example/mcp" }, // ask Ana, not "infra": {}
      		"files": {
      			"command": "files" /* local */
      		}, // the last one
      		"infra": {
      			"type": "stdio",
      			"command": "npx",
      			"args": ["mcp"]
      		}
      	},
      	"inputs": [
      		{
      			"id": "infraKey",
      			"type": "promptString"
      		}
      	],
      }
      "
    `)
  })

  test.each([
    '',
    '\n',
    '{}',
    '{ // nothing yet\n}',
    '{"servers":{}}',
    '{"servers":{},"inputs":[]}',
    '{"inputs": [], }',
  ])('gets what is wanted: %j', (text) => {
    const { text: merged, written, kept } = into(text)
    expect(parse(merged).value).toEqual(wanted)
    expect({ written, kept }).toEqual({ written: ['infra', 'infraKey'], kept: [] })
    expect(into(merged)).toEqual({ text: merged, written: [], kept: [] })
  })

  test('keeps an entry of the same name that differs, unless told otherwise', () => {
    const text = '{ "servers": { "infra": { "command": "mine" }, "other": 1 } }'
    const careful = into(text)
    expect(parse(careful.text).value).toMatchObject({ servers: { infra: { command: 'mine' }, other: 1 } })
    expect(careful.kept).toEqual(['infra'])
    const forced = into(text, true)
    expect(parse(forced.text).value).toEqual({ ...wanted, servers: { infra: ours, other: 1 } })
    expect(forced).toMatchObject({ written: ['infra', 'infraKey'], kept: [] })
  })

  test('has a member of a section only under its name', () => {
    const text = '{ "servers": { "other": { "id": "infra" } } }'
    expect(parse(into(text).text).value).toMatchObject({ servers: { other: { id: 'infra' }, infra: ours } })
  })
})

test.each([
  ['{ "servers": {\n  "a": }\n}', 'line 2 is not JSON'],
  ['{ "servers": {} ', 'line 1 is not JSON'],
  ["{ 'servers': {} }", 'line 1 is not JSON'],
  ['{ "a": 1 "b": 2 }', 'line 1 is not JSON'],
  ['{ "a": 01 }', 'line 1 is not JSON'],
  ['{ , }', 'line 1 is not JSON'],
  ['{ 1: 2 }', 'line 1 is not JSON'],
  ['{} {}', 'line 1 is not JSON'],
  ['[]', 'is not an object'],
  ['"servers"', 'is not an object'],
  ['{ "servers": [] }', "has something else than an object at 'servers'"],
  ['{ "inputs": {} }', "has something else than a list at 'inputs'"],
])('%j cannot be merged into', (text, words) => {
  expect(() => into(text)).toThrow(
    expect.objectContaining({ code: 'InvalidInput', message: expect.stringContaining(words) }),
  )
})

test('whatever a configuration holds stays, and it is JSON with what is wanted', () => {
  const spaces = fc.constantFrom(undefined, 1, 2, 4, '\t')
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.dictionary(fc.string(), fc.jsonValue()),
      spaces,
      (root, servers, space) => {
        const { inputs: _, ...rest } = root
        const { infra: __, ...others } = servers
        const before = { ...rest, servers: others }
        const after = JSON.parse(into(JSON.stringify(before, undefined, space)).text)
        expect(after).toEqual(
          JSON.parse(JSON.stringify({ ...before, servers: { ...others, infra: ours }, inputs: wanted.inputs })),
        )
      },
    ),
  )
})
