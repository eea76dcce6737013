import fc from 'fast-check'
import { RE2JS } from 're2js'
import { expect, test } from 'vitest'
import { regex } from '../../src/values/regex.ts'

const { pattern } = fc.letrec<{ atom: string; piece: string; sequence: string; pattern: string }>((tie) => ({
  atom: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...String.raw`a b c 1 - _ . \d \w \W \s [ab] [^a] [\d_] [[:alpha:]-] []b]`.split(' ')),
    tie('pattern').map((inner) => `(${inner})`),
    tie('pattern').map((inner) => `(?:${inner})`),
    tie('pattern').map((inner) => `(?s:${inner})`),
  ),
  piece: fc.oneof(
    fc.constantFrom('^', '$', String.raw`\b`, String.raw`\B`),
    fc
      .tuple(tie('atom'), fc.constantFrom('', '', '', '*', '+', '?', '*?', '+?', '??', '{1,2}'))
      .map((parts) => parts.join('')),
  ),
  sequence: fc.array(tie('piece'), { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join('')),
  pattern: fc.oneof(
    tie('sequence'),
    fc.tuple(tie('sequence'), tie('sequence')).map((alternatives) => alternatives.join('|')),
  ),
}))

const flags = fc.constantFrom('', '', '(?i)', '(?m)', '(?s)', '(?U)')
const texts = ['', 'ab', 'aab b1', 'A-b_c', '1a\nb2', 'cab cab', 'bca-11']

const compiled = <T>(make: () => T): T | undefined => {
  try {
    return make()
  } catch {
    return undefined
  }
}

const groupsOf = (matcher: ReturnType<RE2JS['matcher']>): string[] | null =>
  matcher.find() ? Array.from({ length: matcher.groupCount() + 1 }, (_, group) => matcher.group(group) ?? '') : null

test('what is not refused matches as an RE2 engine does', () => {
  let compared = 0
  const agrees = (prefix: string, body: string): void => {
    const [reference, own] = [compiled(() => RE2JS.compile(prefix + body)), compiled(() => regex(prefix + body))]
    if (!reference || !own) return
    compared += 1
    for (const text of texts) {
      const found = own.exec(text)
      expect(found && Array.from(found, (part) => part ?? '')).toEqual(groupsOf(reference.matcher(text)))
    }
  }
  fc.assert(fc.property(flags, pattern, agrees), { seed: 1, numRuns: 800 })
  expect(compared).toBeGreaterThan(200)
})
