import { expect, test } from 'vitest'
import { value } from '../value.ts'

test.each([
  ['extract("(\\\\w+)=(\\\\d+)", 2, "x=12")', '12'],
  ['extract("(\\\\w+)=(\\\\d+)", 0, "x=12")', 'x=12'],
  ['extract("nothing", 0, "x=12")', ''],
  ['extract("=(\\\\d+)", 1, "x=12", typeof(long))', 12],
  ['extract("=(\\\\d+)", 1, "x", typeof(long))', null],
  ['extract("(a)|(b)", 2, "a")', ''],
  ['tostring(extract_all("(\\\\d)", "1a2"))', '["1","2"]'],
  ['tostring(extract_all("([a-z])(\\\\d)", "a1b2"))', '[["a","1"],["b","2"]]'],
  ['tostring(extract_all("(?P<k>[a-z])(\\\\d)", dynamic(["k"]), "a1b2"))', '["a","b"]'],
  ['extract_all("(\\\\d)", "none")', null],
  ['replace_regex("a1b22", "([a-z])(\\\\d+)", "\\\\2\\\\1$1;")', '1a$1;22b$1;'],
  ['replace_regex("ab", "b", "[\\\\0]")', 'a[b]'],
  ['countof("aaaa", "aa")', 3],
  ['countof("aaaa", "aa", "regex")', 2],
  ['trim("[0-9]+", "12ab34")', 'ab'],
  ['trim_start("-+", "--a")', 'a'],
  ['trim_start("-", "-a-")', 'a-'],
  ['trim_end("b+|ab", "aab")', 'a'],
  ['indexof_regex("a1b22", "[0-9]+")', 1],
  ['indexof_regex("a1b22", "[0-9]+", 0, -1, 2)', 3],
  ['indexof_regex("a1b22", "[0-9]+", 2, 1)', -1],
  ['regex_quote("a.b")', 'a\\.b'],
])('%s', (expression, expected) => {
  expect(value(expression)).toBe(expected)
})

test('refuses what the dialect has not', () => {
  expect(() => value('extract("(?=a)", 0, "a")')).toThrow('the regular expression')
})

test('a trim that would go on is refused, and so is what the dialect lacks, with the place', () => {
  expect(() => value('trim_start("-", "--a")')).toThrow('let the expression match all of it')
  expect(() => value('extract("(?=a)", 0, "a")')).toThrow(
    expect.objectContaining({ construct: 'the regular expression "(?=a)"', at: { start: 6, length: 24 } }),
  )
})
