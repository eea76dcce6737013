import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { credentialFor, type SignIn } from '../src/credential.ts'
import { run } from './capture.ts'

const sdk = vi.hoisted(() => ({
  built: [] as unknown[],
  asked: [] as string[],
  fault: undefined as 'built' | 'asked' | undefined,
}))

vi.mock('@azure/identity', () => {
  const credential = (name: string) =>
    class {
      constructor(options: unknown) {
        sdk.built.push([name, options])
        if (sdk.fault === 'built') throw new Error('secret text of the SDK')
      }
      async getToken(scope: string) {
        sdk.asked.push(scope)
        if (sdk.fault === 'asked') throw new Error('secret text of the SDK\nin several\nlines')
        return { token: `for ${scope}`, expiresOnTimestamp: Date.now() + 3_600_000 }
      }
    }
  const names = [
    'EnvironmentCredential',
    'WorkloadIdentityCredential',
    'ManagedIdentityCredential',
    'DefaultAzureCredential',
  ]
  return Object.fromEntries(names.map((name) => [name, credential(name)]))
})

beforeEach(() => void Object.assign(sdk, { built: [], asked: [], fault: undefined }))
afterEach(() => vi.unstubAllEnvs())

const [manager, logs] = ['https://management.azure.com/.default', 'https://api.loganalytics.io/.default']
const [entra, government, china] = ['microsoftonline.com', 'microsoftonline.us', 'chinacloudapi.cn'].map((host) => ({
  authorityHost: `https://login.${host}`,
}))
const patience = { processTimeoutInMs: 20_000 }

const cases: readonly (readonly [words: string, signIn: SignIn, className: string, options: object | undefined])[] = [
  ['env', { credential: 'env', env: {} }, 'EnvironmentCredential', entra],
  ['env, usgov', { credential: 'env', cloud: 'usgov', env: {} }, 'EnvironmentCredential', government],
  [
    'env, its own tenant',
    { credential: 'env', tenant: 't1', env: { AZURE_TENANT_ID: 't1' } },
    'EnvironmentCredential',
    entra,
  ],
  ['workload', { credential: 'workload', env: {} }, 'WorkloadIdentityCredential', entra],
  [
    'workload, a tenant, china',
    { credential: 'workload', tenant: 'contoso.cn', cloud: 'china', env: {} },
    'WorkloadIdentityCredential',
    { ...china, tenantId: 'contoso.cn' },
  ],
  ['managed', { credential: 'managed', env: {} }, 'ManagedIdentityCredential', {}],
  [
    'managed, user-assigned',
    { credential: 'managed', env: { AZURE_CLIENT_ID: 'c1' } },
    'ManagedIdentityCredential',
    { clientId: 'c1' },
  ],
  [
    'managed, an empty client id',
    { credential: 'managed', env: { AZURE_CLIENT_ID: '' } },
    'ManagedIdentityCredential',
    {},
  ],
  ['default', { credential: 'default', env: {} }, 'DefaultAzureCredential', { ...entra, ...patience }],
  [
    'default, a tenant, usgov',
    { credential: 'default', tenant: 't1', cloud: 'usgov', env: {} },
    'DefaultAzureCredential',
    { ...government, tenantId: 't1', ...patience },
  ],
  [
    'AZURE_TOKEN_CREDENTIALS alone',
    { env: { AZURE_TOKEN_CREDENTIALS: 'prod' } },
    'DefaultAzureCredential',
    { ...entra, ...patience },
  ],
  [
    'AZURE_TOKEN_CREDENTIALS beside --credential',
    { credential: 'env', env: { AZURE_TOKEN_CREDENTIALS: 'prod' } },
    'EnvironmentCredential',
    entra,
  ],
]

describe('what of the SDK signs in, and how it is made', () => {
  test.each(cases)('%s', async (_words, signIn, className, options) => {
    const credential = await credentialFor(signIn)
    expect(sdk.built).toEqual([])
    expect(await credential.getToken(manager)).toMatchObject({ token: `for ${manager}` })
    expect(sdk.built).toEqual([[className, options]])
  })
})

test.each(['env', 'workload', 'managed', 'default'] as const)(
  '%s: one credential, and one token for each audience',
  async (name) => {
    const credential = await credentialFor({ credential: name, env: {} })
    await Promise.all([manager, logs, manager].map((scope) => credential.getToken(scope)))
    for (const scope of [manager, logs]) await credential.getToken([scope])
    expect(sdk.built).toHaveLength(1)
    expect(sdk.asked).toEqual([manager, logs])
  },
)

test.each(['', 'AzureCliCredential'])('AZURE_TOKEN_CREDENTIALS=%s means Azure CLI', async (chosen) => {
  const refused = credentialFor({ env: { AZURE_TOKEN_CREDENTIALS: chosen, PATH: '' } })
  await expect(refused).rejects.toMatchObject({ message: 'Azure CLI (az) is not on the PATH' })
})

test.each([
  ['managed', {}, 'Leave --tenant out.'],
  ['env', { AZURE_TENANT_ID: 't2' }, 'Set AZURE_TENANT_ID, and leave --tenant out.'],
] as const)('a tenant that %s would not heed is refused', async (credential, env, hint) => {
  await expect(credentialFor({ credential, tenant: 't1', env })).rejects.toMatchObject({ code: 'InvalidInput', hint })
})

describe('a failure is told in two lines of ours', () => {
  const hints = {
    env: 'Set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET or AZURE_CLIENT_CERTIFICATE_PATH.',
    workload: 'Set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_FEDERATED_TOKEN_FILE.',
    managed: 'Give this machine a managed identity; AZURE_CLIENT_ID names one that is user-assigned.',
    default: 'Sign in with az login, or give --credential to try one way only and hear what it lacks.',
  }
  const ways = Object.entries(hints).flatMap(([name, hint]) =>
    (['built', 'asked'] as const).map((fault) => [name, fault, hint] as const),
  )
  const line = 'server-metadata --subscription 00000000-1111-2222-3333-444444444444 --credential'

  test.each(ways)('%s, when it is %s', async (name, fault, hint) => {
    sdk.fault = fault
    const stderr = `Error: The credential '${name}' gives no access\n${hint}\n`
    expect(await run(`${line} ${name}`)).toEqual({ status: 3, stdout: '', stderr })
    expect((await run(`${line} ${name} --verbose`)).stderr).not.toContain('secret')
  })
})
