import { expect, test } from 'vitest'
import { valueOver } from '../value.ts'

test.each([
  ['the disk failed', 'has', 'DISK', true],
  ['diskette', 'has', 'disk', false],
  ['a_disk-b', 'has', 'disk', true],
  ['größe', 'has', 'gr', false],
  ['read–only', 'has', 'read', true],
  ['/providers/vm/x', 'has', '/vm/', true],
  ['anything', 'has', '', true],
  ['a DISK', 'has_cs', 'disk', false],
  ['diskette', 'hasprefix', 'DISK', true],
  ['floppydisk', 'hasprefix', 'disk', false],
  ['floppydisk', 'hassuffix', 'DISK', true],
  ['floppyDISK', 'hassuffix_cs', 'disk', false],
  ['Failed', 'contains', 'AIL', true],
  ['Failed', 'contains_cs', 'AIL', false],
  ['Failed', 'startswith', 'fa', true],
  ['Failed', 'startswith_cs', 'fa', false],
  ['Failed', 'endswith', 'ED', true],
  ['Failed', 'endswith_cs', 'ED', false],
  ['Failed', '=~', 'fAILED', true],
  ['a.b', 'has', 'a.b', true],
  ['axb', 'has', 'a.b', false],
  ['abc 12', 'matches regex', String.raw`\d+`, true],
])('%j %s %j', (text, operator, needle, expected) => {
  const literal = JSON.stringify(needle)
  expect(valueOver({ a: JSON.stringify(text) }, `a ${operator} ${literal}`)).toBe(expected)
  expect(valueOver({ a: JSON.stringify(text), b: literal }, `a ${operator} b`)).toBe(expected)
})

test.each([
  ['!has', 'disk', false],
  ['!contains', 'isk', false],
  ['!~', 'THE DISK', false],
  ['!startswith', 'disk', true],
])('%s negates', (operator, needle, expected) => {
  expect(valueOver({ a: '"the disk"' }, `a ${operator} "${needle}"`)).toBe(expected)
})

test.each([
  ['a has_any ("x", "disk")', true],
  ['a has_any (dynamic(["x", "dis"]))', false],
  ['a has_all ("the", "DISK")', true],
  ['a has_all ("the", "x")', false],
  ['has_any_index(a, dynamic(["x", "disk"]))', 1],
])('%s', (expression, expected) => {
  expect(valueOver({ a: '"the disk"' }, expression)).toBe(expected)
})

test.each([
  ['a in ("b", "A")', false],
  ['a in~ ("b", "A")', true],
  ['a !in ("b")', true],
  ['a !in~ ("A")', false],
  ['a in (dynamic(["a", "b"]))', true],
  ['a in (dynamic(["b"]), dynamic(["a"]))', true],
  ['1 in (1.0, 2.0)', true],
  ['long(null) in (1, 2)', false],
  ['long(null) !in (1, 2)', true],
  ['d.x in ("1")', true],
  ['d.x in (1, 2)', true],
])('%s', (expression, expected) => {
  expect(valueOver({ a: '"a"', d: 'dynamic({"x": 1})' }, expression)).toBe(expected)
})
