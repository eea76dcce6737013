import { catalog, type Analysis } from '@infra-analysis/core'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { parseOptions } from '../src/args.ts'
import { commandLine } from '../src/command-line.ts'
import { analysisOptions } from '../src/commands/analysis-options.ts'
import { commands } from '../src/commands/index.ts'
import { flagsOf, inputOf } from '../src/flags.ts'
import { common } from '../src/options.ts'

const analysis = {
  id: 'sample',
  input: z.strictObject({
    osTypes: z
      .array(z.enum(['Windows', 'Linux']))
      .default([])
      .describe('Systems'),
    since: z.string().default('30d').describe('How far back'),
    threshold: z.number().default(3.5).describe('Score'),
    quiet: z.boolean().default(true).describe('Say less'),
    note: z.string().optional().describe('A note'),
  }),
  views: { rows: {} },
  main: 'rows',
} as unknown as Analysis

const inputFrom = (argv: readonly string[]) => {
  const { values } = parseOptions(argv, { ...analysisOptions(analysis), ...common })
  return inputOf(flagsOf(analysis), values)
}

test('fields become options with choices, defaults and descriptions', () => {
  expect(analysisOptions(analysis)).toEqual({
    'os-types': { kind: 'choice', choices: ['Windows', 'Linux'], many: true, description: 'Systems' },
    since: { kind: 'text', byDefault: '30d', description: 'How far back' },
    threshold: { kind: 'number', placeholder: 'n', byDefault: '3.5', description: 'Score' },
    quiet: { kind: 'switch', byDefault: 'true', description: 'Say less' },
    note: { kind: 'text', description: 'A note' },
  })
})

test.each([
  [[], {}],
  [['--os-types', 'windows,LINUX'], { osTypes: ['Windows', 'Linux'] }],
  [['--os-types', 'linux', '--os-types=windows'], { osTypes: ['Linux', 'Windows'] }],
  [['--threshold', '-2.5'], { threshold: -2.5 }],
  [['--since', '1d', '--since', '2d'], { since: '2d' }],
  [['--quiet'], { quiet: true }],
  [['--no-quiet'], { quiet: false }],
  [['--note=--x'], { note: '--x' }],
])('%j reads as %j', (argv, input) => {
  expect(inputFrom(argv)).toEqual(input)
})

test('a field that no option can express is a defect of the declaration', () => {
  const odd = {
    ...analysis,
    input: z.strictObject({ filter: z.record(z.string(), z.string()) }),
  } as unknown as Analysis
  expect(() => flagsOf(odd)).toThrow(/'filter'/)
})

test('no analysis is called like another command', () => {
  expect(catalog.map(({ id }) => id).filter((id) => Object.hasOwn(commands, id))).toEqual([])
})

describe.each(catalog.map((one) => [one.id, one] as const))('%s', (_id, one) => {
  test('no option of its own hides a common one', () => {
    expect(Object.keys(analysisOptions(one)).filter((name) => Object.hasOwn(common, name))).toEqual([])
  })

  test('every option is described', () => {
    expect(Object.values(analysisOptions(one)).filter(({ description }) => description === '')).toEqual([])
  })

  test.each(one.examples.map(({ title, input }) => [title, input] as const))(
    'the command line of "%s" reads as its input',
    (_title, input) => {
      const [, id, ...argv] = words(commandLine(one, input))
      expect(id).toBe(one.id)
      const { values } = parseOptions(argv, { ...analysisOptions(one), ...common })
      expect(inputOf(flagsOf(one), values)).toEqual(input)
    },
  )
})

/** A command line as a shell splits it. */
const words = (line: string): readonly string[] =>
  line.match(/'[^']*'|\S+/g)?.map((word) => word.replaceAll("'", '')) ?? []
