import { sandbox, scope } from '@infra-analysis/sandbox'
import { parseFaults } from '@infra-analysis/sandbox/server'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { connect, type Engine, type Fleet, InfraError } from '../src/index.ts'
import { type OverTheWire, overTheWire } from './served.ts'

const options = { machines: 20 }
const place = { workspaces: [scope.workspace] }

/** What each engine is asked, and how an answer of it is read whole and row by row. */
const questions = {
  'resource-graph': {
    run: (fleet: Fleet) => fleet.run('patching-level', {}, { view: 'patches' }),
    stream: (fleet: Fleet) => fleet.stream('patching-level', {}, { view: 'patches' }),
  },
  'log-analytics': {
    run: (fleet: Fleet) => fleet.run('windows-best-practices', {}, { view: 'servers' }),
    stream: (fleet: Fleet) => fleet.stream('windows-best-practices', {}, { view: 'servers' }),
  },
} as const satisfies Record<Engine, unknown>

const ways = {
  async list(engine: Engine, fleet: Fleet) {
    const { rows, complete } = await questions[engine].run(fleet)
    return { rows: [...rows] as unknown[], complete }
  },
  async stream(engine: Engine, fleet: Fleet) {
    const stream = questions[engine].stream(fleet)
    const rows: unknown[] = []
    for await (const row of stream) rows.push(row)
    return { rows, complete: stream.outcome().complete }
  },
}

type Ending = 'whole' | 'incomplete' | InfraError['code']

const passing: readonly (readonly [string, Ending])[] = [
  ['429:3', 'whole'],
  ['429=2s:2', 'whole'],
  ['500:2', 'whole'],
  ['503=1s', 'whole'],
  ['504', 'whole'],
  ['reset:2', 'whole'],
  ['cut', 'whole'],
  ['truncate', 'whole'],
  ['html', 'whole'],
  ['empty', 'whole'],
  ['401-once', 'whole'],
]
const lasting: readonly (readonly [string, Ending])[] = [
  ['429:always', 'Throttled'],
  ['429=1s:always', 'Throttled'],
  ['500:always', 'ServiceUnavailable'],
  ['503=900s:always', 'ServiceUnavailable'],
  ['504:always', 'ServiceUnavailable'],
  ['reset:always', 'ServiceUnavailable'],
  ['cut:always', 'ServiceUnavailable'],
  ['truncate:always', 'ServiceUnavailable'],
  ['html:always', 'ServiceUnavailable'],
  ['empty:always', 'ServiceUnavailable'],
  ['401:always', 'SignInRequired'],
  ['403:always', 'AccessDenied'],
  ['partial:always', 'incomplete'],
]
const later: readonly (readonly [string, Ending])[] = [
  ['500@page2', 'whole'],
  ['429:3@page2', 'whole'],
  ['cut@page2', 'whole'],
  ['truncate@page2', 'whole'],
  ['html@page2', 'whole'],
  ['empty@page2', 'whole'],
  ['reset:always@page3', 'ServiceUnavailable'],
  ['expired-skip-token:always@page2', 'whole'],
  ['changed-data@page2', 'ServiceUnavailable'],
  ['removed-data@page2', 'incomplete'],
]

const matrix = [
  ...(['resource-graph', 'log-analytics'] as const).flatMap((engine) =>
    [...passing, ...lasting].map(([fault, ending]) => [engine, fault, ending] as const),
  ),
  ...later.map(([fault, ending]) => ['resource-graph', fault, ending] as const),
]

describe.each(['list', 'stream'] as const)('%s', (way) => {
  const whole: Partial<Record<Engine, unknown[]>> = {}
  let wire: OverTheWire | undefined

  beforeAll(async () => {
    const fleet = connect(sandbox(options), place)
    for (const engine of ['resource-graph', 'log-analytics'] as const) {
      whole[engine] = (await ways[way](engine, fleet)).rows
    }
  })
  afterEach(async () => wire?.close())

  test.each(matrix)('%s %s: %s', async (engine, fault, ending) => {
    const faults = parseFaults(`${fault}@${engine}`)
    wire = await overTheWire({ ...options, faults, pageBytes: 20_000 })
    expect(await endingOf(ways[way](engine, connect(wire.source, place)), whole[engine] ?? [])).toBe(ending)
  })
})

/** How an answer ended. Rows that are there twice, or missing without a word, are none of the endings that a test expects. */
async function endingOf(answer: Promise<{ rows: unknown[]; complete: boolean }>, whole: unknown[]): Promise<string> {
  try {
    const { rows, complete } = await answer
    const [given, known] = [rows.map(asText), whole.map(asText)]
    if (new Set(given).size !== given.length) return 'repeated'
    if (complete) return given.join('\n') === known.join('\n') ? 'whole' : 'wrong'
    return given.every((row) => known.includes(row)) && given.length < known.length ? 'incomplete' : 'made up'
  } catch (error) {
    if (!(error instanceof InfraError)) throw error
    expect(`${error.message} ${error.hint}`).not.toMatch(/For support|correlationId|went wrong inside|doctype|Bearer/)
    return error.code
  }
}

const asText = (row: unknown): string => JSON.stringify(row)
