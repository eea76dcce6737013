import { expect, test } from 'vitest'
import { registryOf } from '../src/registry.ts'
import { fine, testHost, toolThat } from './host.ts'

const tool = (name: string, owner: string) => ({ ...toolThat(async () => fine, name), owner })

test('two tools whose names differ in case only are refused, and both owners are named', () => {
  const both = [tool('get_thing', "analysis 'thing'"), tool('Get_Thing', "workflow 'things'")]
  expect(() => registryOf(both)).toThrow(/'Get_Thing' of workflow 'things' is taken by 'get_thing' of analysis 'thing'/)
})

test('tools are found by name, in the order in which they came', () => {
  const registry = registryOf([tool('b', 'x'), tool('a', 'y')])
  expect([...registry.keys()]).toEqual(['b', 'a'])
})

test('a role for a tool that does not exist stops the start', () => {
  const env = { WEBSITE_AUTH_ENABLED: 'true', MCP_ROLE_TOOLS: '{"Reader":["get_thing","get_thong","*"]}' }
  expect(() => testHost({ env, callables: [tool('get_thing', 'x')] })).toThrow(/do not exist: get_thong/)
})
