import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'yaml'
import { afterAll, expect, test } from 'vitest'
import { root } from '../src/files.ts'

const folder = mkdtempSync(join(tmpdir(), 'infra-hooks-'))
afterAll(() => rmSync(folder, { recursive: true }))

const prerequisites = (env: Record<string, string>): { readonly status: number | null; readonly stderr: string } =>
  spawnSync(process.execPath, [join(root, 'infra/hooks/prerequisites.mjs')], {
    env: { PATH: '', ...env },
    encoding: 'utf8',
  })

test.each([
  [
    { MCP_AUTH_ENABLED: 'false', MCP_OUTBOUND_IDENTITY: 'onBehalfOf' },
    'needs sign-in: azd env set MCP_AUTH_ENABLED true',
  ],
  [{ MCP_AUTH_ENABLED: 'false', APIM_ENABLED: 'true' }, 'needs sign-in: azd env set MCP_AUTH_ENABLED true'],
  [{ ANALYSIS_SUBSCRIPTION_IDS: 'production' }, "ANALYSIS_SUBSCRIPTION_IDS: 'production' is not an id"],
])('what cannot be deployed is refused first: %o', (env, message) => {
  const { status, stderr } = prerequisites(env)
  expect(stderr).toContain(message)
  expect(status).toBe(1)
})

test('without Azure CLI the provider to register is named', () => {
  const { status, stderr } = prerequisites({ ANALYSIS_SUBSCRIPTION_IDS: '22222222-2222-2222-2222-222222222222' })
  expect(stderr).toBe('Flex Consumption needs: az provider register --namespace Microsoft.App\n')
  expect(status).toBe(0)
})

test('the package stands alone: nothing to install, nothing to build, the entry file is there', () => {
  const app = join(folder, 'app')
  mkdirSync(join(app, 'dist'), { recursive: true })
  writeFileSync(join(app, 'host.json'), '{}')
  writeFileSync(join(app, 'dist/main.mjs'), '')
  const manifest = {
    name: 'a',
    version: '1.0.0',
    type: 'module',
    main: 'dist/main.mjs',
    devDependencies: { b: 'workspace:*' },
  }
  writeFileSync(join(app, 'package.json'), JSON.stringify(manifest))
  assemble(app, join(folder, 'deploy'))
  expect(readdirSync(join(folder, 'deploy'), { recursive: true, encoding: 'utf8' }).toSorted()).toEqual([
    'dist',
    'dist/main.mjs',
    'host.json',
    'package.json',
  ])
  const { devDependencies, ...kept } = manifest
  expect(devDependencies).toBeDefined()
  expect(JSON.parse(readFileSync(join(folder, 'deploy/package.json'), 'utf8'))).toEqual({ ...kept, private: true })
  rmSync(join(app, 'dist/main.mjs'))
  expect(() => assemble(app, join(folder, 'deploy'))).toThrow('ENOENT')
})

test('azd packages the folder that the hook makes', () => {
  const { services } = parse(readFileSync(join(root, 'azure.yaml'), 'utf8')) as {
    services: { api: { project: string } }
  }
  const hook = readFileSync(join(root, 'infra/hooks/package.mjs'), 'utf8')
  const [app, deploy] = [/join\(root, '([^']+)'\)/, /assemble\(app, join\(app, '([^']+)'\)\)/].map(
    (part) => part.exec(hook)?.[1],
  )
  expect(services.api.project).toBe(`${app}/${deploy}`)
})

function assemble(app: string, to: string): void {
  const hook = pathToFileURL(join(root, 'infra/hooks/package.mjs')).href
  const code = `const { assemble } = await import(${JSON.stringify(hook)}); assemble(${JSON.stringify(app)}, ${JSON.stringify(to)})`
  execFileSync(process.execPath, ['--input-type=module', '--eval', code], { stdio: 'pipe' })
}
