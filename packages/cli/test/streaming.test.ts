import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { InfraError, type Page, type Source } from '@infra-analysis/core'
import { sandbox } from '@infra-analysis/sandbox'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { main } from '../src/main.ts'
import { capture, run } from './capture.ts'
import { opening } from './fixtures.ts'

const numbers = (from: number, count: number): Page => ({
  columns: [{ name: 'n', type: 'long' }],
  rows: Array.from({ length: count }, (_, i) => [from + i]),
  requests: 1,
  waitedMs: 0,
})
const ndjson = (...of: readonly number[]) => of.map((n) => `{"n":${n}}\n`).join('')
const query = ['query', '--format', 'ndjson', 'resources']

/** A writer that keeps what it was given, in its own time. */
function reader(takesMs: number) {
  let read = ''
  const stream = new Writable({
    highWaterMark: 1,
    write(chunk: Buffer, _encoding, done) {
      setTimeout(() => {
        read += chunk.toString()
        done()
      }, takesMs)
    },
  })
  return { stream, read: () => read }
}

/** The sample fleet, a few rows a page; tells before each further page is asked for. */
const inPages = (size: number, before: () => Promise<void> | void): Source => {
  const source = sandbox({ machines: 20 })
  return {
    ...source,
    async *query(question) {
      for await (const page of source.query(question)) {
        for (let from = 0; from < page.rows.length; from += size) {
          if (from > 0) await before()
          yield { ...page, rows: page.rows.slice(from, from + size) }
        }
      }
    },
  }
}
const extensions = 'server-metadata --view extensions --columns extension --format'
const wholeAnswer = 'Coverage and findings: the same command with --format json.'
const linesIn = (text: string) => text.split('\n').length - 1

describe('rows are written while they come', () => {
  test.each(['ndjson', 'csv'])('%s of an analysis: those of a page before the next one is there', async (format) => {
    const { stream, read } = reader(0)
    let expected = format === 'csv' ? 1 : 0
    const source = inPages(10, async () => {
      expected += 10
      await vi.waitUntil(() => linesIn(read()) === expected, { timeout: 10_000 })
    })
    const argv = `${extensions} ${format} --limit 30`.split(' ')
    const open = () => Promise.resolve({ source, scope: {} })
    const stderr = { write: () => true }
    expect(await main(argv, { stdout: stream, stderr, env: {}, open })).toBe(0)
    expect(linesIn(read())).toBe(expected)
  })

  test('a slow reader is not outrun', async () => {
    const { stream, read } = reader(10)
    const ahead: number[] = []
    const open = opening(async function* () {
      for (let page = 0; page < 8; page++) {
        ahead.push(page * 5 - linesIn(read()))
        yield numbers(page * 5, 5)
      }
    })
    expect(await main(query, { stdout: stream, stderr: stream, env: {}, open })).toBe(0)
    expect(read()).toBe(ndjson(...Array.from({ length: 40 }, (_, n) => n)))
    expect(Math.max(...ahead)).toBeLessThanOrEqual(5)
  })

  test('a limit ends the question', async () => {
    let asked = 0
    const source = inPages(10, () => void (asked += 1))
    const open = () => Promise.resolve({ source, scope: {} })
    const { stdout, stderr } = await run(`${extensions} ndjson --limit 15`, { open })
    expect(linesIn(stdout)).toBe(15)
    expect(stderr).toBe(`15 rows, and more behind --limit. ${wholeAnswer}\n`)
    expect(asked).toBe(1)
  })

  test.each(['ndjson', 'csv'])(
    '%s: how many rows there were, and that they are all, is told behind them',
    async (format) => {
      const { stdout, stderr } = await run(`server-metadata --sandbox --sandbox-machines 20 --format ${format}`)
      expect(linesIn(stdout)).toBe(format === 'csv' ? 21 : 20)
      expect(stderr).toBe(`20 rows, complete. ${wholeAnswer}\n`)
    },
  )

  test('what is missing is told behind them', async () => {
    const gap = { code: 'truncated', message: 'Rows are missing.', hint: 'Ask again.' }
    const source = sandbox({ machines: 1 })
    const lossy: Source = {
      ...source,
      async *query(question) {
        for await (const page of source.query(question)) yield { ...page, gaps: [gap] }
      },
    }
    const open = () => Promise.resolve({ source: lossy, scope: {} })
    const { status, stderr } = await run('server-metadata --format ndjson', { open })
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: `1 row, not complete. ${wholeAnswer}\n\nWarning: Rows are missing. Ask again.\n`,
    })
  })

  test('under --require-complete the rows behind the limit are read too', async () => {
    const source = inPages(10, () => undefined)
    const lossy: Source = {
      ...source,
      async *query(question) {
        yield* source.query(question)
        yield { ...numbers(0, 0), gaps: [{ code: 'truncated', message: 'Rows are missing.', hint: 'Ask again.' }] }
      },
    }
    const open = () => Promise.resolve({ source: lossy, scope: {} })
    const strict = await run(`${extensions} ndjson --limit 15 --require-complete`, { open })
    expect({ status: strict.status, rows: linesIn(strict.stdout) }).toEqual({ status: 4, rows: 15 })
    expect(strict.stderr).toContain('Warning: Rows are missing. Ask again.')
  })

  test('without any row CSV still has its header', async () => {
    const open = opening(async function* () {
      yield numbers(0, 0)
    })
    expect((await run(`${extensions} csv`, { open })).stdout).toBe('extension\r\n')
  })
})

const breaking = opening(async function* () {
  yield numbers(1, 2)
  throw new InfraError('Throttled', 'Too many questions', 'Wait.')
})
const partial = 'The output is partial: it breaks off before its end.\n'

test('rows that break off are told to be partial', async () => {
  expect(await capture(query, { open: breaking })).toEqual({
    status: 5,
    stdout: ndjson(1, 2),
    stderr: `${partial}Error: Too many questions\nWait.\n`,
  })
})

describe('--output', () => {
  let folder: string
  let file: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'infra-cli-output-'))
    file = join(folder, 'rows')
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const whole = (meanwhile?: () => void) =>
    opening(async function* () {
      yield numbers(1, 2)
      meanwhile?.()
      yield numbers(3, 1)
    })

  test('is there when it is whole', async () => {
    const seen: boolean[] = []
    const open = whole(() => void seen.push(existsSync(file)))
    const told = await capture([...query, '--output', file], { open })
    expect(seen).toEqual([false])
    expect(told).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(readFileSync(file, 'utf8')).toBe(ndjson(1, 2, 3))
    expect(readdirSync(folder)).toEqual(['rows'])
  })

  test('takes every format', async () => {
    await run(`server-metadata --sandbox --sandbox-machines 5 --format json --output ${file}`)
    expect(JSON.parse(readFileSync(file, 'utf8')).rows).toHaveLength(5)
  })

  test('is as it was before when the command fails or is interrupted', async () => {
    writeFileSync(file, 'before')
    const failed = await capture([...query, '--output', file], { open: breaking })
    expect(failed).toEqual({ status: 5, stdout: '', stderr: 'Error: Too many questions\nWait.\n' })
    const stop = new AbortController()
    const open = opening(async function* () {
      yield numbers(1, 2)
      stop.abort()
      yield numbers(3, 1)
    })
    const interrupted = await capture([...query, '--output', file], { open, signal: stop.signal })
    expect(interrupted).toEqual({ status: 130, stdout: '', stderr: `${file} is not written.\n` })
    expect(readFileSync(file, 'utf8')).toBe('before')
    expect(readdirSync(folder)).toEqual(['rows'])
  })

  test('must be a file, in a folder that there is', async () => {
    for (const [path, words] of [
      [folder, 'is not a file'],
      [join(folder, 'none', 'rows'), 'there is no such folder'],
    ] as const) {
      const told = await capture([...query, '--output', path], { open: whole() })
      expect({ status: told.status, stdout: told.stdout }).toEqual({ status: 2, stdout: '' })
      expect(told.stderr).toContain(words)
    }
  })
})
