import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { capture } from '../capture.ts'
import { listen } from './clients.ts'
import { foreign } from './foreign.ts'
import { host, nothing, toolThat } from './host.ts'

interface Report {
  readonly server: string
  readonly checks: readonly {
    readonly name: string
    readonly state: string
    readonly detail: string
    readonly mend?: { advice: string }
  }[]
}

async function check(...argv: readonly string[]): Promise<Report & { status: number; stderr: string }> {
  const { stdout, ...rest } = await capture(['mcp', 'check', '--format', 'json', ...argv])
  return { ...(JSON.parse(stdout) as Report), ...rest }
}

const states = ({ checks }: Report) => Object.fromEntries(checks.map(({ name, state }) => [name, state]))
const detail = ({ checks }: Report, wanted: string) => checks.find(({ name }) => name === wanted)?.detail

const well = {
  'clients of 2026-07-28': 'ok',
  'clients that initialize': 'ok',
  protection: 'ok',
  tools: 'ok',
  call: 'ok',
  prompts: 'ok',
  resources: 'ok',
}

test('a server that is well', async () => {
  const { url, token } = await listen(host())
  const report = await check('--token', token ?? '', url)
  expect(report).toMatchObject({ status: 0, stderr: '', server: url })
  expect(states(report)).toEqual(well)
  expect(detail(report, 'tools')).toMatch(/^8, about \d+ tokens$/)
  expect(detail(report, 'protection')).toBe('A stranger gets status 401')
})

test('as text, what to do stands below what is wrong', async () => {
  const { url } = await listen(host())
  const { status, stdout, stderr } = await capture(['mcp', 'check', url])
  expect(status).toBe(1)
  expect(stdout).toContain('✗ failed')
  expect(stdout).toContain('→ Give --token, or --key for a Functions app.')
  expect(stderr).toContain('Failed: clients of 2026-07-28, clients that initialize')
})

test('a token or key from the environment serves as well', async () => {
  const { url, token } = await listen(host())
  const { status } = await capture(['mcp', 'check', url], { env: { INFRA_MCP_TOKEN: token } })
  expect(status).toBe(0)
})

describe('what cannot be reached is explained', () => {
  test.each([
    [302, 'It answers with a redirect'],
    [401, 'It asks for authentication'],
    [403, 'It denies access'],
    [404, 'There is nothing at this path'],
    [500, 'It answers with status 500'],
    [200, 'It answers, but not with MCP'],
  ])('status %i', async (status, words) => {
    const url = await foreign((_, response) => {
      response.writeHead(status, { 'content-type': 'text/html', location: 'http://127.0.0.1:9/' })
      response.end('<h1>canary</h1>')
    })
    const report = await check(url.href)
    expect(report.status).toBe(1)
    expect(detail(report, 'clients that initialize')).toBe(words)
    expect(JSON.stringify(report)).not.toContain('canary')
    expect(report.checks.filter(({ state }) => state === 'failed').every(({ mend }) => mend)).toBe(true)
    expect(states(report)).toMatchObject({ tools: 'skipped', call: 'skipped' })
  })

  test('nobody listens', async () => {
    const { url, close } = await listen(host())
    await close()
    expect(detail(await check(url), 'clients that initialize')).toBe('Nothing listens there')
  })

  test.each([
    ['no program', ['no-such-program-here'], 'There is no such program'],
    ['one that ends', [process.execPath, '-e', 'process.exit(3)'], 'It ended before it answered'],
  ])('%s', async (_, command, words) => {
    const report = await check('--', ...command)
    expect(report.status).toBe(1)
    expect(detail(report, 'clients that initialize')).toBe(words)
  })
})

test('a secret is sent to no other place', async () => {
  const reached: unknown[] = []
  const other = await foreign(({ headers }, response) => {
    reached.push(headers.authorization)
    response.end()
  })
  const url = await foreign((_, response) => {
    response.writeHead(307, { location: other.href })
    response.end()
  })
  expect((await check('--token', 'secret', url.href)).status).toBe(1)
  expect(reached).toEqual([])
})

test('the key of a Functions app goes into its header, and what a URL holds besides its path is not shown', async () => {
  const keys = new Set<unknown>()
  const url = await foreign(({ headers }, response) => {
    keys.add(headers['x-functions-key'])
    response.writeHead(401)
    response.end()
  })
  const { server } = await check('--key', 'secret', `${url.href}?code=canary`)
  expect([...keys]).toEqual(['secret'])
  expect(server).toBe(url.href)
})

test('text of the server is shown without what could steer a terminal', async () => {
  const text = 'It broke\u001B[2J\u202E.'
  const tool = toolThat(() =>
    Promise.resolve({ ...nothing, result: { content: [{ type: 'text', text }], isError: true } }),
  )
  const { url, token } = await listen(host({ tools: [tool] }))
  const report = await check('--token', token ?? '', url)
  expect(report.status).toBe(1)
  expect(detail(report, 'call')).toBe('get_made_by_hand answers: It broke\uFFFD[2J\uFFFD.')
})

test('a tool can be named, and one that is not there is not called', async () => {
  const { url, token } = await listen(host())
  const named = await check('--token', token ?? '', '--tool', 'get_patching_level', url)
  expect(detail(named, 'call')).toMatch(/^get_patching_level, \d+ ms, \d+ bytes$/)
  const missing = await check('--token', token ?? '', '--tool', 'get_invented', url)
  expect(states(missing)).toEqual({ ...well, call: 'failed' })
  expect(detail(missing, 'call')).toBe("There is no tool 'get_invented'")
})

test('a tool that may write is not called', async () => {
  const called: string[] = []
  const tool = {
    ...toolThat(() => Promise.resolve(called.push('called')).then(() => nothing)),
    annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: false },
  } as unknown as ReturnType<typeof toolThat>
  const { url, token } = await listen(host({ tools: [tool] }))
  const report = await check('--token', token ?? '', url)
  expect(states(report)).toMatchObject({ call: 'skipped' })
  expect(called).toEqual([])
})

test('a local server is started, checked and ended', async () => {
  const bin = fileURLToPath(new URL('../../src/bin.ts', import.meta.url))
  const report = await check('--', process.execPath, bin, 'mcp', '--sandbox', '--sandbox-machines', '20')
  expect(states(report)).toEqual(well)
  expect(detail(report, 'protection')).toBe('Only the program that starts it reaches it')
})
