import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { clouds } from '@infra-analysis/core'
import { check as bind } from '@infra-analysis/kql'
import { expect, test } from 'vitest'
import type { AuditRecord } from '../../functions-host/src/audit/record.ts'
import { settingsOf } from '../../functions-host/src/settings.ts'
import { bicepFile } from '../src/bicep/file.ts'
import { within } from '../src/bicep/expression.ts'
import { deployer } from '../src/deploy/deployment.ts'
import { bagAt, pick, textAt } from '../src/deploy/pick.ts'
import type { Bag } from '../src/deploy/value.ts'
import { projectTexts, root } from '../src/files.ts'
import { mainPath } from '../src/project.ts'

const texts = projectTexts()
const bicep = new Map(
  [...texts].filter(([path]) => path.endsWith('.bicep')).map(([path, text]) => [path, bicepFile(path, text).file]),
)
const deploy = deployer({ bicep, texts })
const id = '33333333-3333-3333-3333-333333333333'

/** The variables that the app sees: its settings, and those that the platform adds. */
function environmentOf(parameters: Bag): Record<string, string> {
  const { resources } = deploy(mainPath, { environmentName: 'dev', location: 'westeurope', ...parameters })
  const bodyOf = (name: string): Bag => resources.find((one) => one.name === name)?.body ?? {}
  const written = Object.entries(bagAt(bodyOf('appsettings'), 'properties') as Record<string, string>)
  const settings = Object.fromEntries(
    written.map(([name, value]) => [
      name,
      value.replace(/‹.*\.(blob|queue|table)›/, 'https://st.$1.core.windows.net/'),
    ]),
  )
  const isSignedIn = pick(bodyOf('authsettingsV2'), 'properties.platform.enabled') === true
  return isSignedIn ? { ...settings, WEBSITE_AUTH_ENABLED: 'True', WEBSITE_AUTH_CLIENT_ID: id } : settings
}

test.each<[string, Bag, Record<string, unknown>]>([
  [
    'as it comes',
    {},
    { source: 'azure', cloud: 'public', outbound: 'managedIdentity', httpTransport: false, workflows: [] },
  ],
  ['with a key', { authEnabled: false }, { authentication: { enabled: false, keyLevel: 'System' } }],
  [
    'on behalf of the caller',
    { outboundIdentity: 'onBehalfOf' },
    { outbound: 'onBehalfOf', authentication: { enabled: true, keyLevel: 'Anonymous' } },
  ],
  [
    'over the sample fleet',
    { source: 'sandbox' },
    { source: 'sandbox', allowed: { subscriptions: [], workspaces: [] } },
  ],
  [
    'with a fleet',
    { subscriptionIds: `${id},${id.replace('3', '4')}`, workspaceIds: id },
    { allowed: { subscriptions: [id, id.replace('3', '4')], workspaces: [id] } },
  ],
  [
    'with roles',
    { roleTools: { Patching: ['get_patching_level'] } },
    { roleTools: { Patching: ['get_patching_level'] } },
  ],
  [
    'with workflows and a second endpoint',
    { workflows: 'fleet_review', httpTransportEnabled: true },
    { workflows: ['fleet_review'], httpTransport: true },
  ],
  [
    'with triggers',
    { additionalSettings: { INFRA_HTTP_TOOLS: 'true', INFRA_QUEUE: 'questions' } },
    { triggers: { http: true, queue: 'questions' } },
  ],
])('the app understands its settings: %s', (_, parameters, expected) => {
  expect(settingsOf(environmentOf(parameters))).toMatchObject(expected)
})

test('the app reads every setting of ours', () => {
  const source = readFileSync(join(root, 'packages/functions-host/src/settings.ts'), 'utf8')
  const ours = Object.keys(environmentOf({})).filter((name) => /^(INFRA|MCP)_/.test(name))
  expect(ours.length).toBeGreaterThan(5)
  expect(ours.filter((name) => !source.includes(name))).toEqual([])
})

test('every cloud of the template is one that core knows', () => {
  const { value } = bicep.get('infra/modules/settings.bicep')!.variables.find(({ name }) => name === 'clouds')!
  const named = within(value).flatMap((one) =>
    one.kind === 'literal' && /^[a-z]+$/.test(String(one.value)) ? [one.value] : [],
  )
  expect(named).toEqual(Object.keys(clouds))
})

test('.vscode/mcp.json asks for what the outputs give', () => {
  const { servers } = JSON.parse(readFileSync(join(root, '.vscode/mcp.json'), 'utf8')) as {
    servers: Record<string, { url?: string }>
  }
  const { outputs } = deploy(mainPath, { environmentName: 'dev', location: 'westeurope' })
  const app = textAt(outputs, 'AZURE_FUNCTION_NAME')
  const url = servers['infraRemote']?.url?.replace('${input:infraApp}', app)
  expect(url).toBe(`https://${app}.azurewebsites.net${new URL(textAt(outputs, 'MCP_ENDPOINT')).pathname}`)
})

const queries = [
  ...[...texts].filter(([path]) => path.endsWith('.kql')),
  ...[
    ...(texts.get('infra/workbook.json') ?? '').matchAll(
      /"name": "(\w+)",\s+"content": \{[^}]*?"query": ("(?:[^"\\]|\\.)*")/g,
    ),
  ].map(([, name = '', query = '""']) => [`workbook.json ${name}`, JSON.parse(query) as string] as const),
]

const schema = {
  AppTraces: [
    { name: 'TimeGenerated', type: 'datetime' },
    { name: 'Message', type: 'string' },
  ],
} as const

test.each(queries)('%s asks for what an audit record holds', (_, query) => {
  expect(bind(query, schema).diagnostics).toEqual([])
  const fields: readonly (keyof AuditRecord)[] = [
    'argumentsHash',
    'auth',
    'complete',
    'durationMs',
    'invocationId',
    'objectId',
    'outcome',
    'rows',
    'tool',
    'user',
  ]
  const asked = [...query.matchAll(/Call\.(\w+)/g)].map(([, name = '']) => name)
  expect(asked.length).toBeGreaterThan(0)
  expect(asked.filter((name) => !fields.includes(name as keyof AuditRecord))).toEqual([])
  expect(query).toContain("has 'argumentsHash'")
})

test('there are queries of the alerts and of the workbook', () => {
  expect(queries.length).toBe(8)
})
