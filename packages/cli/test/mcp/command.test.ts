import { expect, test } from 'vitest'
import { variables } from '../../src/mcp/environment.ts'
import { run } from '../capture.ts'
import { filesIn } from './printed-config.ts'

test('a client is told to start the server with the options that are given', async () => {
  const { stdout, status } = await run('mcp --print-config --sandbox --sandbox-machines 20 --log-dir logs')
  expect(status).toBe(0)
  const options = ['--sandbox', '--sandbox-machines', '20', '--log-dir', 'logs']
  const args = ['-y', expect.stringMatching(/^infra-cli@/), 'mcp', ...options]
  const server = { type: 'stdio', command: 'npx', args }
  expect(filesIn(stdout)).toEqual([
    { servers: { infraSandbox: server } },
    { mcpServers: { infraSandbox: { ...server, tools: ['*'] } } },
  ])
})

test('over Azure it has the name of that server', async () => {
  const { stdout } = await run('mcp --print-config --management-group prod')
  const args = expect.arrayContaining(['mcp', '--management-group', 'prod'])
  expect(filesIn(stdout)[0]).toMatchObject({ servers: { infra: { args } } })
})

test('help names every variable that is read', async () => {
  const { stdout } = await run('mcp --help')
  for (const variable of [...Object.keys(variables), 'INFRA_LOG_DIR', 'INFRA_MCP_TOKEN', 'INFRA_MCP_KEY']) {
    expect(stdout).toContain(variable)
  }
})

test.each([
  ['mcp --port 3001', '--http'],
  ['mcp --socket x.sock', '--http'],
  ['mcp --http --socket x.sock --port 1', 'Both a socket and a port'],
  ['mcp --http --host 0.0.0.0', "'0.0.0.0' is not valid for --host"],
  ['mcp --http --port 99999', 'Port 99999'],
  ['mcp --print-config --subscription prod', "'prod' is not a subscription id"],
  ['mcp serve', "'mcp' takes no argument 'serve'"],
  ['mcp --log-dir /dev/null/logs', 'The log cannot be kept'],
  ['mcp check', 'which server to check'],
  ['mcp check https://a b', "'b' is given behind a URL"],
  ['mcp check https://:0', 'is not a URL of HTTP'],
  ['mcp check unix:///server.sock#/mcp', 'is not a URL of HTTP'],
  ['mcp check --token secret http://example.com/mcp', 'without encryption'],
  ['mcp check --sandbox npx', '--sandbox'],
])('%s is refused', async (line, words) => {
  const { status, stdout, stderr } = await run(line)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain(words)
})
