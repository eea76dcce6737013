import { InfraError, type ErrorCode } from '@infra-analysis/core'
import { describe, expect, test } from 'vitest'
import { empty, opening, silent } from './fixtures.ts'
import { run } from './capture.ts'

const mistakes: readonly (readonly [line: string, message: RegExp, hint: RegExp])[] = [
  [
    'serverr-metadata',
    /no command 'serverr-metadata'. Did you mean 'server-metadata'\?/,
    /^Commands: server-metadata, /,
  ],
  ['help nonsense', /no command 'nonsense'/, /^Commands: /],
  ['constructor', /no command 'constructor'/, /^Commands: /],
  ['--sandbox', /No command is given/, /^Commands: /],
  ['--helpp', /no option '--helpp'. Did you mean '--help'\?/, /^Options: .*--help/],
  ['server-metadata --os-type Windows', /no option '--os-type'. Did you mean '--os-types'\?/, /--machines, /],
  ['server-metadata --constructor', /no option '--constructor'/, /^Options: /],
  ['server-metadata -x', /no option '-x'/, /^Options: /],
  [
    'server-metadata --os-types Windoes',
    /'Windoes' is not valid for --os-types. Did you mean 'Windows'\?/,
    /^Valid: Windows, Linux\.$/,
  ],
  [
    'server-metadata --format yaml',
    /'yaml' is not valid for --format/,
    /^Valid: table, json, ndjson, csv, markdown\.$/,
  ],
  ['overview --format csv', /'csv' is not valid for --format/, /^Valid: table, json\.$/],
  [
    'server-metadata --columns name,osNam',
    /'servers' has no column 'osNam'. Did you mean 'osName'\?/,
    /^Columns: machineId, /,
  ],
  ['server-metadata --columns name,NAME', /named twice/, /once/],
  [
    'server-metadata --view server',
    /'server' is not valid for --view. Did you mean 'servers'\?/,
    /^Valid: servers, extensions\.$/,
  ],
  ['server-metadata --limit -1', /'-1' is not valid for --limit/, /whole number/],
  ['server-metadata --limit', /--limit needs a value/, /whole number/],
  ['server-metadata --machines --sandbox', /--machines needs a value/, /--machines=/],
  ['server-metadata --machines=a,,b', /--machines needs a value/, /--machines/],
  ['server-metadata --sandbox=yes', /--sandbox takes no value/, /alone/],
  ['server-metadata --tag x', /'x' is not valid for --tag: not of the form Name=Value/, /^--tag: /],
  ['patching-level --stale-after soon', /'soon' is not valid for --stale-after: not a time span/, /default: /],
  ['server-metadata web01', /takes no argument 'web01'/, /--machines/],
  ['overview web01', /takes no argument 'web01'/, /--help/],
  ['server-metadata', /Nothing says which fleet to ask/, /--sandbox/],
  ['overview', /Nothing says which fleet to ask/, /--sandbox/],
  ['server-metadata --subscription 42', /'42' is not a subscription id/, /GUID/],
  ['server-metadata --show-kql --subscription 42', /'42' is not a subscription id/, /GUID/],
  ['server-metadata --sandbox --credential me', /'me' is not valid for --credential/, /^Valid: cli, env, /],
  ['server-metadata --sandbox --cloud azure', /'azure' is not valid for --cloud/, /^Valid: public, usgov, china\.$/],
  ['server-metadata --sandbox-machines 9', /without --sandbox/, /--sandbox/],
]

describe('a mistake on the command line is told in two lines, and exits with 2', () => {
  test.each(mistakes)('%s', async (line, message, hint) => {
    const { status, stdout, stderr } = await run(line)
    const [first, second, ...rest] = stderr.split('\n')
    expect(first).toMatch(message)
    expect(first).toMatch(/^Error: /)
    expect(second).toMatch(hint)
    expect(rest).toEqual([''])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  })
})

const failing = (error: unknown) =>
  opening(async function* () {
    yield empty
    throw error
  })

const statuses: readonly (readonly [ErrorCode, number])[] = [
  ['InvalidInput', 2],
  ['SignInRequired', 3],
  ['AccessDenied', 3],
  ['Incomplete', 4],
  ['Throttled', 5],
  ['ServiceUnavailable', 5],
  ['QueryRejected', 70],
  ['UnsupportedKql', 70],
  ['RowMismatch', 70],
]

test.each(statuses)('%s exits with %i', async (code, status) => {
  const open = failing(new InfraError(code, 'It went\nwrong', 'Do this'))
  expect(await run('server-metadata', { open })).toEqual({
    status,
    stdout: '',
    stderr: 'Error: It went wrong\nDo this\n',
  })
})

test('an error that nobody foresaw is a defect: 70, two lines, and the stack only on request', async () => {
  const open = failing(new RangeError('out of range'))
  const quiet = await run('server-metadata', { open })
  expect(quiet.status).toBe(70)
  expect(quiet.stderr.split('\n')).toEqual([
    expect.stringContaining('out of range'),
    expect.stringContaining('--verbose'),
    '',
  ])
  const verbose = await run('server-metadata --verbose', { open })
  expect(verbose.stderr).toMatch(/\n\s*at /)
})

test('a cancelled run exits with 130 and says nothing', async () => {
  const stop = new AbortController()
  const open = opening(async function* () {
    stop.abort()
    yield empty
    throw new InfraError('Cancelled', 'Cancelled', 'Ask again.')
  })
  expect(await run('server-metadata', { open, signal: stop.signal })).toEqual({ status: 130, stdout: '', stderr: '' })
  expect(await run('overview', { open, signal: stop.signal })).toEqual({ status: 130, stdout: '', stderr: '' })
})

const partial = opening(async function* () {
  yield { ...empty, gaps: [{ code: 'truncated', message: 'Rows are missing.', hint: 'Narrow the scope.' }] }
})

test('an incomplete answer is shown with its warning, and fails only where completeness is required', async () => {
  const lenient = await run('server-metadata', { open: partial })
  expect(lenient.status).toBe(0)
  expect(lenient.stderr).toContain('Warning: Rows are missing. Narrow the scope.')
  for (const command of ['server-metadata', 'overview']) {
    const strict = await run(`${command} --require-complete`, { open: partial })
    expect(strict.status).toBe(4)
    expect(strict.stdout).not.toBe('')
    expect(strict.stderr).toContain('Error: The answer is not complete: server-metadata')
  }
  expect((await run('server-metadata --require-complete', { open: silent })).status).toBe(0)
})

test('an overview shows what could be answered when an analysis fails, and fails', async () => {
  const open = opening(async function* ({ kql }) {
    if (kql.includes('microsoft.azurearcdata'))
      throw new InfraError('AccessDenied', 'No right to read', 'Ask for Reader.')
    yield empty
  })
  const { status, stdout } = await run('overview', { open })
  expect(status).toBe(3)
  expect(stdout).toContain('Error: No right to read\nAsk for Reader.')
  expect(stdout).toContain('Nothing was found')
  const { analyses } = JSON.parse((await run('overview --format json', { open })).stdout)
  expect(analyses).toContainEqual({
    analysis: 'sql-metadata',
    error: { code: 'AccessDenied', message: 'No right to read', hint: 'Ask for Reader.' },
  })
})
