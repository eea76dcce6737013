import { expect, test } from 'vitest'
import { bind } from '../src/kql/bind.ts'

const declare = 'declare query_parameters(who:string, many:dynamic);\n'

test.each([
  ['a name', 'T | where a == who', "T | where a == 'x'"],
  ['both ends of a range', 'range i from who to who step 1', "range i from 'x' to 'x' step 1"],
  ['after two dots', 'T | where a between (1..who)', "T | where a between (1..'x')"],
  ['not in a string', 'T | where a == \'who\' or b == "who"', 'T | where a == \'who\' or b == "who"'],
  ['not after an escaped quote', String.raw`T | where a == 'it\'s who'`, String.raw`T | where a == 'it\'s who'`],
  ['not in a verbatim string', 'T | where a == @"who\\"', 'T | where a == @"who\\"'],
  ['not in a comment', 'T // who\n| take 1', 'T // who\n| take 1'],
  ['not as a member', 'T | extend b = a.who', 'T | extend b = a.who'],
  ['not as a bracketed name', "T | project ['who']", "T | project ['who']"],
  ['not within a longer name', 'T | where whose == swho', 'T | where whose == swho'],
])('%s', (_, kql, bound) => {
  expect(bind(declare + kql, { who: 'x', many: [] })).toBe(bound)
})

test('a comment before the declaration stays, the declaration goes', () => {
  expect(bind(`// One row is it.\n${declare}T | where a in (many)`, { who: '', many: ['$&', 'b'] })).toBe(
    "// One row is it.\nT | where a in (dynamic(['$&', 'b']))",
  )
})

test('a parameter without a value is a defect of the analysis', () => {
  expect(() => bind(declare, { who: 'x' })).toThrow("'many' has no value")
})
