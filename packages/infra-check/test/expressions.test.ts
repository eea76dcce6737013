import { expect, test } from 'vitest'
import { bicepFile } from '../src/bicep/file.ts'
import { deployer } from '../src/deploy/deployment.ts'
import type { Bag, Value } from '../src/deploy/value.ts'

/** What an output of this expression gives, of a file with these lines before it. */
function valueOf(expression: string, type: string, lines = '', parameters: Bag = {}): Value | undefined {
  const { file, faults } = bicepFile(
    'a.bicep',
    `targetScope = 'subscription'\n${lines}\noutput x ${type} = ${expression}`,
  )
  expect(faults).toEqual([])
  const deploy = deployer({ bicep: new Map([[file.path, file]]), texts: new Map([['text.txt', 'hello']]) })
  return deploy('a.bicep', parameters).outputs['x']
}

test.each([
  // access binds strongest, whatever the grammar makes of it
  ["!a.no && a.yes ? 'right' : 'wrong'", 'string', 'right'],
  ["a.no ? 'wrong' : a.texts[1]", 'string', 'two'],
  ["a.no || !a.yes ? 'wrong' : 'right'", 'string', 'right'],
  ["'${a.texts[0]}-${empty(a.texts)}'", 'string', 'one-False'],
  // calls in a list, which the grammar takes apart
  ["[toLower('A').x, 'b']", 'array', undefined],
  ["[concat(a.texts)[1], join(a.texts, '+')]", 'array', ['two', 'one+two']],
  ['[subscription().subscriptionId]', 'array', ['22222222-2222-2222-2222-222222222222']],
  ["[for (text, i) in a.texts: '${i}${text}']", 'array', ['0one', '1two']],
  ['union({ a: 1 }, { a: 2, b: 3 })', 'object', { a: 2, b: 3 }],
  [
    'items({ b: 1, a: 2 })',
    'array',
    [
      { key: 'a', value: 2 },
      { key: 'b', value: 1 },
    ],
  ],
  ["loadTextContent('text.txt')", 'string', 'hello'],
  ["a.yes == true ? 'it\\'s \\${x}' : ''", 'string', "it's ${x}"],
])('%s', (expression, type, expected) => {
  const lines = "var a = {\n  no: false\n  yes: true\n  texts: ['one', 'two']\n}"
  if (expected === undefined) expect(() => valueOf(expression, type, lines)).toThrow("There is no 'x'")
  else expect(valueOf(expression, type, lines)).toEqual(expected)
})

test('what is not known is refused, with its place', () => {
  expect(() => valueOf('-a', 'int', 'param a int = 1')).toThrow("'-' is not known to this checker")
  expect(() => valueOf('[] == []', 'bool')).toThrow('Only plain values')
  expect(() => valueOf('1 + 2', 'int')).toThrow("'+' is not known to this checker")
  expect(bicepFile('a.bicep', 'var a = 1\nfunc f() string => a').faults).toMatchObject([{ rule: 'syntax', line: 2 }])
  expect(bicepFile('a.bicep', 'var a = {').faults).toMatchObject([{ rule: 'syntax', file: 'a.bicep' }])
})

test('a parameter takes its default, and only what it allows', () => {
  const lines = "@allowed(['a', 'b'])\nparam p string = 'b'"
  expect(valueOf('p', 'string', lines)).toBe('b')
  expect(valueOf('p', 'string', lines, { p: 'a' })).toBe('a')
  expect(() => valueOf('p', 'string', lines, { p: 'c' })).toThrow('which is not allowed')
  expect(() => valueOf('p', 'string', lines, { p: true })).toThrow('is of type string')
})

test('a resource that is not deployed cannot be read, and one within another goes with it', () => {
  const lines =
    "param on bool\nresource g 'A/b@1' = if (on) {\n  name: 'g'\n  resource c 'c' = {\n    name: 'c'\n  }\n}"
  expect(valueOf('g.id', 'string', lines, { on: true })).toMatch(/A\/b\/g$/)
  expect(() => valueOf('g.id', 'string', lines, { on: false })).toThrow("'g' is read where it is not deployed")
})
