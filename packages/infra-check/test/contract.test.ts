import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { clouds } from '@infra-analysis/core'
import { check as bind } from '@infra-analysis/kql'
import { expect, test } from 'vitest'
import type { AuditRecord } from '../../functions-host/src/audit/record.ts'
import { settingsOf } from '../../functions-host/src/settings.ts'
import { resultName } from '../../functions-host/src/triggers/result-name.ts'
import { stored } from '../../functions-host/src/workflows/run.ts'
import { bicepFile } from '../src/bicep/file.ts'
import { within } from '../src/bicep/expression.ts'
import { deployer } from '../src/deploy/deployment.ts'
import { bagAt, listAt, pick, textAt, textsAt } from '../src/deploy/pick.ts'
import type { Bag } from '../src/deploy/value.ts'
import { projectTexts, root } from '../src/files.ts'
import { mainPath } from '../src/project.ts'
import { told } from './told.ts'

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
    'as docs/deploy.md tells to open the other ways in',
    told,
    {
      triggers: {
        http: true,
        queue: 'questions',
        eventHub: { name: 'questions', isConnected: true },
        reportSchedule: '0 0 6 * * 1',
      },
      limits: { callsPerMinute: 120 },
      workflowWaitSeconds: 30,
    },
  ],
])('the app understands its settings: %s', (_, parameters, expected) => {
  expect(settingsOf(environmentOf(parameters))).toMatchObject(expected)
})

test('the app reads every setting of ours, but for those of connections, which the platform reads', () => {
  const source = readFileSync(join(root, 'packages/functions-host/src/settings.ts'), 'utf8')
  const ours = Object.keys(environmentOf({})).filter((name) => /^(INFRA|MCP)_(?!.*__)/.test(name))
  expect(ours.length).toBeGreaterThan(5)
  expect(ours.filter((name) => !source.includes(name))).toEqual([])
})

test('what the parts of a workflow leave is deleted, and reports and results are not', () => {
  const { resources } = deploy(mainPath, { environmentName: 'dev', location: 'westeurope' })
  const [rule = null] = listAt(
    resources.find(({ kind }) => kind.endsWith('/managementPolicies'))?.body ?? null,
    'properties.policy.rules',
  )
  const [prefix = ''] = textsAt(rule, 'definition.filters.prefixMatch')
  const { container } = settingsOf(environmentOf({})).storage
  const run = { workflow: 'fleet_review', id } as const
  const kept = [stored.page(run), stored.snapshot(run), resultName('2026-11-20T12:00:00.000Z', id)]
  expect(`${container}/${stored.part(run, id)}`.startsWith(prefix)).toBe(true)
  expect(kept.filter((name) => `${container}/${name}`.startsWith(prefix))).toEqual([])
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
