import { catalog, columnsOf } from '@infra-analysis/core'
import { readFileSync } from 'node:fs'
import { text as textOf } from 'node:stream/consumers'
import { describe, expect, test, vi } from 'vitest'
import { analysisOptions } from '../src/commands/analysis-options.ts'
import { common } from '../src/options.ts'
import { widthOf } from '../src/text/width.ts'
import { run } from './capture.ts'
import { startReporting } from './program.ts'

// Processes share the machine with others.
vi.setConfig({ testTimeout: 30_000 })

test('without a command, or with --help, there is help on everything', async () => {
  const { status, stdout, stderr } = await run('--help')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  for (const name of [
    ...catalog.map(({ id }) => id),
    'overview',
    'list',
    'help',
    ...Object.keys(common).map((one) => `--${one}`),
  ]) {
    expect(stdout).toContain(name)
  }
  for (const line of ['', '-h', 'help', 'help --help']) expect((await run(line)).stdout).toBe(stdout)
})

test('analyses and commands are aligned', async () => {
  const { stdout } = await run('--help')
  const [, analyses = '', commands = ''] = stdout.split(/\n(?:Analyses|Commands|Options)\n/)
  const margins = [...(analyses + commands).matchAll(/^ {2}\S+ +/gm)].map(([start]) => start.length)
  expect(margins.length).toBeGreaterThan(catalog.length)
  expect(new Set(margins).size).toBe(1)
})

test('--version prints the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  for (const line of ['--version', 'overview --version']) {
    expect(await run(line)).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' })
  }
})

test.each(['overview', 'list'])('help on %s', async (name) => {
  const { stdout } = await run(`help ${name}`)
  expect(stdout).toContain(`infra-cli ${name}`)
  expect((await run(`${name} --help`)).stdout).toBe(stdout)
})

describe.each(catalog.map((one) => [one.id, one] as const))('help on %s', (id, one) => {
  test('names every option, view, column and example of the declaration', async () => {
    const { stdout } = await run(`${id} --help`)
    expect((await run(`help ${id}`)).stdout).toBe(stdout)
    const columns = Object.values(one.views).flatMap(({ row }) => columnsOf(row).map(({ name }) => name))
    const options = Object.keys(analysisOptions(one)).map((name) => `--${name}`)
    const titles = one.examples.map(({ title }) => `# ${title}`)
    for (const part of [...options, ...Object.keys(one.views), ...columns, ...titles]) expect(stdout).toContain(part)
  })

  test('fits into 80 columns, but for command lines', async () => {
    const { stdout } = await run(`${id} --help`, { columns: 80, env: { NO_COLOR: '1' } })
    const [text = ''] = stdout.split('\nExamples\n')
    expect(text.split('\n').filter((line) => widthOf(line) > 80)).toEqual([])
  })
})

test('list names the analyses, as text and as JSON', async () => {
  const { stdout } = await run('list --format json')
  expect(JSON.parse(stdout).map(({ id }: { id: string }) => id)).toEqual(catalog.map(({ id }) => id))
  const text = await run('list')
  for (const { id, engine } of catalog) expect(text.stdout).toMatch(new RegExp(`^${id} +${engine} `, 'm'))
})

const packages = /\/(?:packages|@infra-analysis)\/(core|sandbox|kql)\//

test.each([
  ['--help', []],
  ['--version', []],
  ['query --help', []],
  ['list', ['core']],
  ['query --check resources', ['core', 'kql']],
  ['query --sandbox resources', ['core', 'kql', 'sandbox']],
])('%s loads of the other packages: %j', async (line, loaded) => {
  const { child, ended } = startReporting(...line.split(' '))
  child.stdout.resume()
  const urls = (await textOf(child.stderr)).split('\n')
  await ended
  expect(urls).toContainEqual(expect.stringMatching(/main\.ts$/))
  expect([...new Set(urls.flatMap((url) => packages.exec(url)?.[1] ?? []))].toSorted()).toEqual(loaded)
})
