import { appSettingsOf } from '../deploy/app-settings.ts'
import { bagAt, deployedOf, listAt, textAt, textsAt } from '../deploy/pick.ts'
import { tenantId } from '../deploy/functions.ts'
import type { Finding } from '../finding.ts'
import { permissions } from '../permissions.ts'
import type { DeploymentRule } from '../project.ts'

const identity = '‹identity.properties.clientId›'

/**
 * What signs people in fits together: the application offers the scope that clients are told to ask for, its URI is an
 * accepted audience, the identity stands in for a secret, tokens are of the own tenant, and every permission is a known one.
 */
export const signIn: DeploymentRule =
  () =>
  ({ deployment: { resources } }) => {
    const [application] = deployedOf(resources, 'Microsoft.Graph/applications')
    if (!application) return []
    const configs = deployedOf(resources, 'Microsoft.Web/sites/config')
    const settings = appSettingsOf(resources)
    const platform = configs.find(({ name }) => name === 'authsettingsV2')?.body ?? null
    const provider = bagAt(platform, 'properties.identityProviders.azureActiveDirectory')
    const { body, file, line } = application
    const finding = (message: string): Finding => ({ rule: 'sign-in', file, line, message })
    const [uri = ''] = textsAt(body, 'identifierUris')
    const scopes = listAt(body, 'api.oauth2PermissionScopes').map((scope) => `${uri}/${textAt(scope, 'value')}`)
    const [credential] = deployedOf(resources, 'Microsoft.Graph/applications/federatedIdentityCredentials')
    const wanted: readonly (readonly [string, boolean])[] = [
      [
        'clients are told to ask for a scope that the application lacks',
        scopes.includes(textAt(settings, 'WEBSITE_AUTH_PRM_DEFAULT_WITH_SCOPES')),
      ],
      ['tokens for the identifier URI are refused', textsAt(provider, 'validation.allowedAudiences').includes(uri)],
      ['tokens of other tenants are taken', textAt(settings, 'WEBSITE_AUTH_AAD_ALLOWED_TENANTS') === tenantId],
      [
        'the identity does not stand in for the secret',
        textAt(settings, textAt(provider, 'registration.clientSecretSettingName')) === identity,
      ],
      [
        'the federated credential is that of another identity',
        textAt(credential?.body ?? null, 'subject') === '‹identity.properties.principalId›',
      ],
      [
        'the federated credential is for another audience',
        textsAt(credential?.body ?? null, 'audiences').join() === 'api://AzureADTokenExchange',
      ],
      [
        'sign-in comes back to another host',
        textsAt(body, 'web.redirectUris').join() ===
          'https://‹app.properties.defaultHostName›/.auth/login/aad/callback',
      ],
    ]
    return [
      ...wanted.filter(([, holds]) => !holds).map(([message]) => finding(message)),
      ...listAt(body, 'requiredResourceAccess').flatMap((access) =>
        listAt(access, 'resourceAccess')
          .map((permission) => `${textAt(access, 'resourceAppId')}/${textAt(permission, 'id')}`)
          .filter((id) => !(id in permissions))
          .map((id) => finding(`the permission ${id} is not in the table of permissions`)),
      ),
    ]
  }
