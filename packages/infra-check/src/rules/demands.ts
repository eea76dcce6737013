import { deployedOf, pick } from '../deploy/pick.ts'
import type { Value } from '../deploy/value.ts'
import type { DeploymentRule } from '../project.ts'

/** What must stand at a path of every resource of a type, and why. */
interface Demand {
  readonly rule: string
  readonly type: string
  readonly path: string
  readonly value: Value
  readonly why: string
}

const all: readonly Demand[] = [
  ...demands('storage', 'Microsoft.Storage/storageAccounts', [
    ['properties.allowSharedKeyAccess', false, 'no key opens the account'],
    ['properties.allowBlobPublicAccess', false, 'no blob is public'],
    ['properties.supportsHttpsTrafficOnly', true, 'nothing goes over plain HTTP'],
    ['properties.minimumTlsVersion', 'TLS1_2', 'older TLS is refused'],
    ['properties.networkAcls.bypass', 'None', 'no other service of Azure comes in by itself'],
  ]),
  ...demands('telemetry', 'Microsoft.Insights/components', [
    ['properties.DisableLocalAuth', true, 'the connection string is no key'],
  ]),
  ...demands('telemetry', 'Microsoft.OperationalInsights/workspaces', [
    ['properties.features.disableLocalAuth', true, 'no key writes logs'],
  ]),
  ...demands('function-app', 'Microsoft.Web/sites', [
    ['properties.httpsOnly', true, 'nothing goes over plain HTTP'],
    ['properties.siteConfig.ftpsState', 'Disabled', 'nobody uploads by FTP'],
    ['properties.siteConfig.minTlsVersion', '1.2', 'older TLS is refused'],
    [
      'properties.functionAppConfig.deployment.storage.authentication.type',
      'UserAssignedIdentity',
      'the package is read without a key',
    ],
    ['identity.type', 'UserAssigned', 'a federated credential needs a user-assigned identity'],
  ]),
  ...demands('function-app', 'Microsoft.Web/sites/basicPublishingCredentialsPolicies', [
    ['properties.allow', false, 'nobody deploys with a password'],
  ]),
]

function demands(rule: string, type: string, wanted: readonly (readonly [string, Value, string])[]): readonly Demand[] {
  return wanted.map(([path, value, why]) => ({ rule, type, path, value, why }))
}

/** The plain demands on single properties hold. */
export const singleDemands: DeploymentRule =
  () =>
  ({ deployment }) =>
    all.flatMap(({ rule, type, path, value, why }) =>
      deployedOf(deployment.resources, type)
        .filter(({ body }) => pick(body, path) !== value)
        .map(({ file, line, symbol }) => ({
          rule,
          file,
          line,
          message: `${path} of '${symbol}' must be ${JSON.stringify(value)}, so that ${why}`,
        })),
    )
