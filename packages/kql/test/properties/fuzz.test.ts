import fc from 'fast-check'
import { expect, test } from 'vitest'
import { check, evaluate, KqlError, tokens, UnsupportedKql } from '../../src/index.ts'
import { caseQueries } from '../queries.ts'

const settings = { seed: 7, numRuns: 100 }

const strange = [
  '',
  '|',
  '(',
  ')',
  ',',
  '"',
  "'",
  '-',
  '.',
  '[',
  ']',
  'null',
  'by',
  '*',
  '99999999999999999999',
  '\0',
  '\ud800',
]

/** A query with some of its tokens dropped, doubled, swapped with another's, or replaced by something strange. */
const mutated: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...caseQueries),
    fc.array(fc.tuple(fc.constantFrom('drop', 'double', 'swap', 'replace'), fc.nat(), fc.nat()), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([query, changes]) => {
    const words = tokens(query).map(({ text }) => text)
    for (const [change, where, what] of changes) {
      const at = where % words.length
      const other = what % words.length
      const word = words[at] ?? ''
      if (change === 'drop') words.splice(at, 1)
      else if (change === 'double') words.splice(at, 0, word)
      else if (change === 'replace') words[at] = strange[what % strange.length] ?? ''
      else [words[at], words[other]] = [words[other] ?? '', word]
    }
    return words.join(' ')
  })

const tables = {
  resources: {
    columns: [
      { name: 'id', type: 'string' },
      { name: 'tags', type: 'dynamic' },
    ],
    rows: [['/one', { site: 'a' }]],
  },
} as const
const schema = { resources: tables.resources.columns }

test('no text makes check throw', () => {
  fc.assert(
    fc.property(fc.oneof(mutated, fc.string({ unit: 'binary' })), (text) => {
      for (const { line, column } of check(text, schema).diagnostics) expect(line > 0 && column > 0).toBe(true)
    }),
    settings,
  )
})

const thrownBy = (text: string): unknown => {
  try {
    evaluate(text, { tables })
    return undefined
  } catch (error) {
    return error
  }
}

test('whatever evaluate throws is one of its two errors', () => {
  fc.assert(
    fc.property(mutated, (text) => {
      const error = thrownBy(text)
      expect([undefined, KqlError, UnsupportedKql]).toContain((error as Error | undefined)?.constructor)
    }),
    settings,
  )
})
