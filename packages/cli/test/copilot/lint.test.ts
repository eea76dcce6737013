import { jobs, tools } from '@infra-analysis/core'
import { describe, expect, test } from 'vitest'
import { agentName } from '../../src/copilot/agent.ts'
import { frontMatterOf } from './front-matter.ts'
import { repositoryFiles } from './repository-files.ts'

const files = repositoryFiles()
const having = (part: string) =>
  files.filter(({ path }) => path.includes(part)).map(({ path, text }) => [path, text] as const)
const json = (path: string) => JSON.parse(files.find((file) => file.path === path)?.text ?? '')
const all = tools()
const names = all.map(({ name }) => name)

/** The calls that a text shows: the name of a tool in backticks, and its arguments. */
const callsIn = (text: string) =>
  [...text.matchAll(/`(get_\w+)` (\{.*\})/g)].map(([, tool = '', args = '']) => ({ tool, args: JSON.parse(args) }))

describe.each(having('.md'))('%s', (_path, text) => {
  test('names only tools that exist', () => {
    const named = text.match(/\bget_\w+/g) ?? []
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((name) => !names.includes(name))).toEqual([])
  })

  test('calls them with arguments and values that they take', () => {
    const wrong = callsIn(text).flatMap(({ tool, args }) => {
      const { properties } = all.find(({ name }) => name === tool)?.inputSchema ?? {}
      return Object.entries(args).filter(([name, value]) => !takes((properties as Properties)[name], value))
    })
    expect(wrong).toEqual([])
  })
})

type Property = { readonly type: string; readonly enum?: readonly unknown[]; readonly items?: Property }
type Properties = Readonly<Record<string, Property>>

function takes(property: Property | undefined, value: unknown): boolean {
  if (!property) return false
  if (Array.isArray(value)) return value.every((one) => takes(property.items, one))
  return property.enum ? property.enum.includes(value) : property.type === typeof value
}

test('every job shows calls', () => {
  for (const [, text] of having('SKILL.md')) expect(callsIn(text).length).toBeGreaterThan(1)
})

test.each(having('SKILL.md'))('%s is an Agent Skill', (path, text) => {
  const { fields, body } = frontMatterOf(text)
  expect(Object.keys(fields)).toEqual(['name', 'description'])
  expect(fields['name']).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  expect(path.split('/').at(-2)).toBe(fields['name'])
  expect(String(fields['name']).length).toBeLessThanOrEqual(64)
  expect(fields['description']).toMatch(/Use this /)
  expect(String(fields['description']).length).toBeLessThanOrEqual(1024)
  expect(body.split('\n').length).toBeLessThan(500)
})

test.each(having('.prompt.md'))('%s is a prompt file that asks for what its job needs', (path, text) => {
  const { fields, body } = frontMatterOf(text)
  const job = jobs.find(({ name }) => path.endsWith(`/${name}.prompt.md`))
  const required = job?.arguments.filter((one) => one.required).map(({ name }) => name)
  expect(fields).toMatchObject({ name: job?.name, description: job?.description, agent: agentName })
  expect(Object.keys(fields).toSorted()).toEqual(['agent', 'argument-hint', 'description', 'name'])
  expect([...new Set([...body.matchAll(/\$\{input:(\w+)\}/g)].map(([, name]) => name))]).toEqual(required)
})

test('the agent has our tools, names each and no others', () => {
  const [[, text] = ['', '']] = having('.agent.md')
  const { fields, body } = frontMatterOf(text)
  expect(Object.keys(fields)).toEqual(['name', 'description', 'argument-hint', 'tools'])
  expect(fields['tools']).toEqual(Object.keys(json('.vscode/mcp.json').servers).map((server) => `${server}/*`))
  expect([...body.matchAll(/#tool:infra\/(\w+)/g)].map(([, name]) => name)).toEqual(names)
})

test.each([
  ['.vscode/mcp.json', 'servers'],
  ['.mcp.json', 'mcpServers'],
  ['plugin/mcp.json', 'mcpServers'],
])('%s names servers that every client can show', (path, section) => {
  const servers = Object.keys(json(path)[section])
  expect(servers.length).toBeGreaterThan(0)
  for (const server of servers) {
    expect(server).toMatch(/^[a-z][a-zA-Z]{0,12}$/)
    // the strictest of them: mcp_<server>_<tool> in 63 characters, <server><tool> in 60
    for (const tool of names) expect(`mcp_${server}_${tool}`.length).toBeLessThanOrEqual(63)
    for (const tool of names) expect(`${server}${tool}`.length).toBeLessThanOrEqual(60)
  }
})

test('every input of .vscode/mcp.json is asked for, and no key stands in a file', () => {
  const { servers, inputs } = json('.vscode/mcp.json')
  const used = JSON.stringify(servers).match(/(?<=\$\{input:)\w+/g)
  expect(new Set(inputs.map(({ id }: { id: string }) => id))).toEqual(new Set(used))
  const keys = files.flatMap(({ text }) => text.match(/(?<="x-functions-key": ").*(?=")/g) ?? [])
  expect(keys).toEqual(['${input:infraKey}'])
})

test('the plugin holds what its specification knows, and starts a program by one name', () => {
  const plugin = json('plugin/plugin.json')
  expect(Object.keys(plugin)).toEqual(['$schema', 'name', 'version', 'description', 'license', 'keywords'])
  expect(plugin.name).toMatch(/^[a-z0-9](?:[a-z0-9]|[.-](?![.-])){0,62}[a-z0-9]$/)
  const { $schema, mcpServers, ...rest } = json('plugin/mcp.json')
  expect(rest).toEqual({})
  expect($schema.replace('mcp.schema', 'plugin.schema')).toBe(plugin.$schema)
  expect(mcpServers.infra.command).toMatch(/^\w+$/)
})

test('the registry can take server.json', () => {
  const { name, description, title, version, packages, remotes } = json('server.json')
  expect(name).toMatch(/^io\.github\.[\w-]+\/[a-z0-9][a-z0-9.-]*[a-z0-9]$/)
  for (const text of [description, title]) expect(text.length).toBeLessThanOrEqual(100)
  expect(version).toMatch(/^\d+\.\d+\.\d+$/)
  expect(packages).toEqual([expect.objectContaining({ version, transport: { type: 'stdio' } })])
  expect(remotes[0].url).toContain(`{${Object.keys(remotes[0].variables)[0]}}`)
})
