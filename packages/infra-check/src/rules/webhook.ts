import { bagAt, deployedOf, listAt, pick, textsAt } from '../deploy/pick.ts'
import type { DeployedResource } from '../deploy/value.ts'
import type { Finding } from '../finding.ts'
import type { Combination, DeploymentRule, Project } from '../project.ts'

const level = 'AzureFunctionsJobHost__extensions__mcp__system__webhookAuthorizationLevel'
const hostJson = 'packages/functions-host/host.json'

/** The one path that strangers may see. */
const openPaths = ['/api/health']

/**
 * The endpoint is never anonymous without platform authentication: where the level is `Anonymous`, by app setting or in
 * host.json, sign-in is deployed with it, asks everyone for a token and answers 401.
 */
export const webhook: DeploymentRule =
  (project) =>
  ({ deployment }) => {
    const configs = deployedOf(deployment.resources, 'Microsoft.Web/sites/config')
    const settings = configs.find(({ name }) => name === 'appsettings')
    const signIn = configs.find(({ name }) => name === 'authsettingsV2')
    if (!settings)
      return [{ rule: 'webhook', file: project.main.path, line: 1, message: 'no app settings are deployed' }]
    const finding = (message: string): Finding => ({
      rule: 'webhook',
      file: settings.file,
      line: settings.line,
      message,
    })
    const set = bagAt(settings.body, 'properties')[level]
    const isOpen = set === 'Anonymous' || levelInHostJson(project) === 'Anonymous'
    return [
      ...(set === 'Anonymous' || set === 'System'
        ? []
        : [finding('the level of the MCP endpoint must be set, to Anonymous or System')]),
      ...(isOpen && !isAsked(signIn) ? [finding('the MCP endpoint is anonymous without platform authentication')] : []),
      ...textsAt(signIn?.body ?? null, 'properties.globalValidation.excludedPaths')
        .filter((path) => !openPaths.includes(path))
        .map((path) => finding(`'${path}' is open to strangers`)),
    ]
  }

function isAsked(signIn: DeployedResource | undefined): boolean {
  const { body } = signIn ?? { body: null }
  const provider = bagAt(body, 'properties.identityProviders.azureActiveDirectory')
  return (
    pick(body, 'properties.platform.enabled') === true &&
    pick(body, 'properties.globalValidation.requireAuthentication') === true &&
    pick(body, 'properties.globalValidation.unauthenticatedClientAction') === 'Return401' &&
    pick(body, 'properties.httpSettings.requireHttps') === true &&
    pick(provider, 'enabled') === true &&
    listAt(provider, 'validation.allowedAudiences').every((audience) => audience !== '') &&
    listAt(provider, 'validation.allowedAudiences').length > 0 &&
    listAt(provider, 'validation.defaultAuthorizationPolicy.allowedApplications').length > 0
  )
}

function levelInHostJson({ texts }: Project): unknown {
  const host = JSON.parse(texts.get(hostJson) ?? '{}') as {
    extensions?: { mcp?: { system?: { webhookAuthorizationLevel?: string } } }
  }
  return host.extensions?.mcp?.system?.webhookAuthorizationLevel
}

/** With the parameters of a first deployment, callers sign in. */
export function signInByDefault({ deployment }: Combination): readonly Finding[] {
  const signIn = deployedOf(deployment.resources, 'Microsoft.Web/sites/config').find(
    ({ name }) => name === 'authsettingsV2',
  )
  if (isAsked(signIn)) return []
  return [
    {
      rule: 'webhook',
      file: signIn?.file ?? 'infra/main.bicep',
      line: signIn?.line ?? 1,
      message: 'sign-in is off by default',
    },
  ]
}
