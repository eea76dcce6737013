import { bagAt, deployedOf, textAt } from '../deploy/pick.ts'
import type { Finding } from '../finding.ts'
import type { DeploymentRule } from '../project.ts'

/** Settings that hold a key, and what stands in for them. */
const keys = [
  'AzureWebJobsStorage',
  'INFRA_EVENT_HUB_CONNECTION',
  'APPINSIGHTS_INSTRUMENTATIONKEY',
  'WEBSITE_CONTENTAZUREFILECONNECTIONSTRING',
  'MICROSOFT_PROVIDER_AUTHENTICATION_SECRET',
]
const required = {
  AzureWebJobsStorage__credential: /^managedidentity$/,
  AzureWebJobsStorage__clientId: /^‹identity\.properties\.clientId›$/,
  AzureWebJobsStorage__blobServiceUri: /^‹storage\.properties\.primaryEndpoints\.blob›$/,
  AzureWebJobsStorage__queueServiceUri: /^‹storage\.properties\.primaryEndpoints\.queue›$/,
  AzureWebJobsStorage__tableServiceUri: /^‹storage\.properties\.primaryEndpoints\.table›$/,
  APPLICATIONINSIGHTS_CONNECTION_STRING: /^‹insights\.properties\.ConnectionString›$/,
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: /^ClientId=‹identity\.properties\.clientId›;Authorization=AAD$/,
  INFRA_EVENT_HUB_CONNECTION__credential: /^managedidentity$/,
  INFRA_EVENT_HUB_CONNECTION__clientId: /^‹identity\.properties\.clientId›$/,
  AZURE_CLIENT_ID: /^‹identity\.properties\.clientId›$/,
  AZURE_TOKEN_CREDENTIALS: /^ManagedIdentityCredential$/,
}

/** App settings hold no key: the app is known by its identity everywhere. */
export const identityOnly: DeploymentRule =
  () =>
  ({ deployment }) =>
    deployedOf(deployment.resources, 'Microsoft.Web/sites/config')
      .filter(({ name }) => name === 'appsettings')
      .flatMap(({ file, line, body }): readonly Finding[] => {
        const finding = (message: string): Finding => ({ rule: 'identity-only', file, line, message })
        const settings = bagAt(body, 'properties')
        return [
          ...keys.filter((key) => key in settings).map((key) => finding(`the setting '${key}' is a key`)),
          ...Object.entries(required)
            .filter(([key, wanted]) => !wanted.test(textAt(settings, key)))
            .map(([key]) => finding(`the setting '${key}' must name the identity or the service`)),
        ]
      })
