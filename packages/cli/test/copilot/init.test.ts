import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { copilotFiles } from '../../src/copilot/files.ts'
import { version } from '../../src/version.ts'
import { capture } from '../capture.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'init-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

const init = (...argv: readonly string[]) => capture(['init', 'copilot', '--dir', dir, ...argv])
const read = (path: string) => readFileSync(join(dir, path), 'utf8')
const readJson = (path: string) => JSON.parse(read(path))
function put(path: string, text: string) {
  mkdirSync(dirname(join(dir, path)), { recursive: true })
  writeFileSync(join(dir, path), text)
}

const [skill = { path: '', text: '' }] = copilotFiles()
const range = version()
  .split('.')
  .slice(0, version().startsWith('0.') ? 2 : 1)
  .join('.')
const npx = (...args: readonly string[]) => ({
  type: 'stdio',
  command: 'npx',
  args: ['-y', `infra-cli@${range}`, 'mcp', ...args],
})

test('a repository gets configurations, skills, an agent and prompts', async () => {
  const { status, stdout, stderr } = await init('--sandbox')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(readJson('.vscode/mcp.json')).toEqual({ servers: { infraSandbox: npx('--sandbox') } })
  expect(readJson('.mcp.json')).toEqual({ mcpServers: { infraSandbox: { ...npx('--sandbox'), tools: ['*'] } } })
  for (const { path, text } of copilotFiles()) expect(read(path)).toBe(text)
  for (const path of ['.vscode/mcp.json', '.mcp.json', ...copilotFiles().map((file) => file.path)]) {
    expect(stdout).toContain(path)
  }
  expect(stdout).toMatch(/\nNext\n[^]*Start infraSandbox/)
})

test('a second time there is nothing to do, and another server comes beside the first', async () => {
  await init('--sandbox')
  const before = read('.vscode/mcp.json')
  expect((await init('--sandbox')).stdout).not.toMatch(/^ *(written|merged|kept)/m)
  expect(read('.vscode/mcp.json')).toBe(before)
  const { stdout } = await init('--workspace', 'c4b8e6d2-91f7-4a03-8e5b-6d20f1a7b394', '--credential', 'env')
  expect(stdout).toMatch(/merged +\.vscode\/mcp\.json/)
  expect(readJson('.vscode/mcp.json').servers).toEqual({
    infraSandbox: npx('--sandbox'),
    infra: npx('--workspace', 'c4b8e6d2-91f7-4a03-8e5b-6d20f1a7b394', '--credential', 'env'),
  })
})

test('what the user changed is kept, unless --force is given', async () => {
  put(skill.path, 'my own words\n')
  put('.mcp.json', '{ "mcpServers": { "infra": { "command": "mine" }, "other": {} } }')
  const careful = await init()
  expect(careful).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/kept +\.mcp\.json, where infra differs[^]*--force/),
  })
  expect(read(skill.path)).toBe('my own words\n')
  expect(readJson('.mcp.json').mcpServers.infra).toEqual({ command: 'mine' })
  expect((await init('--force')).stdout).toContain('overwritten')
  expect(read(skill.path)).toBe(skill.text)
  expect(readJson('.mcp.json').mcpServers).toEqual({ infra: { ...npx(), tools: ['*'] }, other: {} })
})

test('line ends of Windows are no difference', async () => {
  put(skill.path, skill.text.replaceAll('\n', '\r\n'))
  expect((await init()).stdout).not.toMatch(/^ *kept/m)
})

test('nothing is written when a configuration cannot be merged', async () => {
  put('.mcp.json', '{ "mcpServers": {\n  oops\n} }')
  const { status, stdout, stderr } = await init('--force')
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toMatch(/\.mcp\.json cannot be read: line 2 is not JSON[^]*nothing is written/)
  expect(existsSync(join(dir, '.vscode'))).toBe(false)
})

test('what cannot be written is told', async () => {
  put('.github', 'a file where a folder has to be')
  const { status, stderr } = await init()
  expect(status).toBe(2)
  expect(stderr).toMatch(/\.github.* cannot be written/)
})

test('a deployed server is reached by sign-in, or by a key that is in no file', async () => {
  const url = 'https://example.azurewebsites.net/runtime/webhooks/mcp'
  await init('--remote', 'https://example.azurewebsites.net')
  expect(readJson('.vscode/mcp.json')).toEqual({ servers: { infraRemote: { type: 'http', url } } })
  await init('--remote', url, '--with-key', '--force')
  expect(readJson('.vscode/mcp.json')).toMatchObject({
    servers: { infraRemote: { type: 'http', url, headers: { 'x-functions-key': '${input:infraKey}' } } },
    inputs: [{ id: 'infraKey', type: 'promptString', password: true }],
  })
  expect(readJson('.mcp.json').mcpServers.infraRemote.headers).toEqual({ 'x-functions-key': '${INFRA_MCP_KEY}' })
})

test.each([
  [['init'], "Say 'infra-cli init copilot'"],
  [['init', 'vim'], "Say 'infra-cli init copilot'"],
  [['init', 'copilot', 'twice'], "takes no argument 'twice'"],
  [['init', 'copilot', '--dir', '/nowhere/at/all'], "'/nowhere/at/all' is not a folder"],
  [['init', 'copilot', '--sandbox', '--remote', 'https://a.example'], 'Both --sandbox and --remote'],
  [['init', 'copilot', '--sandbox', '--workspace', 'x'], '--workspace says where'],
  [['init', 'copilot', '--subscription', 'prod'], "'prod' is not a subscription id"],
  [['init', 'copilot', '--with-key'], 'without --remote'],
  [['init', 'copilot', '--remote', 'a.example'], "'a.example' is not the address"],
  [['init', 'copilot', '--remote', 'http://a.example/mcp'], 'is not the address'],
  [['init', 'copilot', '--remote', 'https://a.example/mcp?code=secret'], 'is not the address'],
])('%j is refused', async (argv, words) => {
  const { status, stdout, stderr } = await capture(
    argv.includes('--dir') || argv.length < 2 ? argv : [...argv, '--dir', dir],
  )
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain(words)
})
