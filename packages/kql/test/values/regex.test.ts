import { expect, test } from 'vitest'
import { quotePattern, regex } from '../../src/values/regex.ts'

test.each([
  [String.raw`(?i)error`, 'ERROR', 'ERROR'],
  [String.raw`\d+(?i)err|warn`, 'xWARN', 'WARN'],
  [String.raw`(?i:err)-\d`, 'ERR-1', 'ERR-1'],
  [String.raw`(?s)a.b`, 'a\nb', 'a\nb'],
  [String.raw`(?m)^b$`, 'a\nb\nc', 'b'],
  [String.raw`(?U)a+`, 'aaa', 'a'],
  [String.raw`(?U)a+?`, 'aaa', 'aaa'],
  [String.raw`\Aab\z`, 'ab', 'ab'],
  [String.raw`[[:alpha:]_]+`, '12ab_c', 'ab_c'],
  [String.raw`[^[:digit:]]+`, '12ab', 'ab'],
  [String.raw`[]a]+`, 'x]a]', ']a]'],
  [String.raw`[\w.-]+@[a-z]+`, 'to: jo.e-x@mail', 'jo.e-x@mail'],
  [String.raw`\d+`, 'x٣٤', '٣٤'],
  [String.raw`\bétage\b`, 'un étage', 'étage'],
  [String.raw`\x41\x{1F600}`, 'A😀', 'A😀'],
  [String.raw`\p{Greek}+`, 'abcαβγ', 'αβγ'],
  [String.raw`\pL+`, '12ab', 'ab'],
  [String.raw`\<b\w*\>`, 'ab bc', 'bc'],
  [String.raw`a{2,3}`, 'aaaa', 'aaa'],
  [String.raw`}]"/'`, `}]"/'`, `}]"/'`],
  [String.raw`a|ab`, 'ab', 'a'],
  [String.raw`^((a|b)\d)+$`, 'a1b2', 'a1b2'],
])('%s finds its match', (pattern, text, match) => {
  expect(regex(pattern).exec(text)?.[0]).toBe(match)
})

test('a dot stops at a line feed only', () => {
  expect(regex('.+').exec('a\rb\nc')?.[0]).toBe('a\rb')
})

test('an end anchor means the end of the text', () => {
  expect(regex('a$').test('a\n')).toBe(false)
})

test('groups have names in both spellings', () => {
  expect(regex('(?P<a>x)(?<b>y)').exec('xy')?.groups).toEqual({ a: 'x', b: 'y' })
})

test.each([
  String.raw`(?=a)`,
  String.raw`(?!a)`,
  String.raw`(?<=a)b`,
  String.raw`(a)\1`,
  String.raw`a**`,
  String.raw`(a`,
  String.raw`a)`,
  String.raw`[a`,
  String.raw`*a`,
  String.raw`\Q`,
  String.raw`[a-z&&[aeiou]]`,
  String.raw`(?x)a`,
  String.raw`(?:(a)|b)*`,
  String.raw`(?:(a)?b)+`,
  String.raw`(a*)+`,
  String.raw`(\b|a)+`,
  String.raw`(?i:a)b`,
  String.raw`(?:a|b*)*`,
])('refuses %s', (pattern) => {
  expect(() => regex(pattern)).toThrow('is not supported')
})

test('a quoted text matches itself and nothing else', () => {
  const text = 'a.b*(c)[d]{e}^$|?+#&~-\\'
  expect(regex(String.raw`\A${quotePattern(text)}\z`).test(text)).toBe(true)
  expect(regex(quotePattern('a.b')).test('axb')).toBe(false)
})
