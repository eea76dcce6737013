@description('Name of the function app.')
param appName string
@description('Name of the storage account.')
param storageName string
@description('Name of the Application Insights component.')
param insightsName string
@description('Client id of the identity of the app.')
param identityClientId string
@description('Sign-in with Entra.')
param authEnabled bool
@description('Client id of the application. Empty without sign-in.')
param clientId string
@description('Identifier URI of the application. Empty without sign-in.')
param identifierUri string
@description('Client ids that may call, besides the application itself.')
param clientApplications array
@description('What is asked: azure or sandbox.')
param source string
@description('Whose rights read Azure.')
param outboundIdentity string
@description('Subscriptions that may be asked about. Empty: no limit.')
param allowedSubscriptions array
@description('Workspaces that may be asked, comma-separated. Empty: no limit.')
param workspaceIds string
@description('Application role to names of tools. Empty: every tool for all.')
param roleTools object
@description('A second MCP endpoint on an HTTP trigger.')
param httpTransportEnabled bool
@description('Durable workflows to offer as tools, comma-separated.')
param workflows string
@description('Further settings; those below win.')
param additionalSettings object

var clouds = {
  AzureCloud: 'public'
  AzureUSGovernment: 'usgov'
  AzureChinaCloud: 'china'
}

// the endpoint is open to those without a key only where the platform asks for a token: one switch decides both
var webhookLevel = authEnabled ? 'Anonymous' : 'System'

var hostSettings = {
  AzureFunctionsJobHost__extensions__mcp__system__webhookAuthorizationLevel: webhookLevel
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  AzureWebJobsStorage__blobServiceUri: storage.properties.primaryEndpoints.blob
  AzureWebJobsStorage__queueServiceUri: storage.properties.primaryEndpoints.queue
  AzureWebJobsStorage__tableServiceUri: storage.properties.primaryEndpoints.table
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  // whose namespace is an additional setting, where that trigger is on
  INFRA_EVENT_HUB_CONNECTION__credential: 'managedidentity'
  INFRA_EVENT_HUB_CONNECTION__clientId: identityClientId
  AZURE_CLIENT_ID: identityClientId
  AZURE_TOKEN_CREDENTIALS: 'ManagedIdentityCredential'
}

var appSettings = {
  INFRA_SOURCE: source
  INFRA_CLOUD: clouds[environment().name]
  INFRA_WORKFLOWS: workflows
  MCP_OUTBOUND_IDENTITY: outboundIdentity
  MCP_ALLOWED_SUBSCRIPTIONS: join(allowedSubscriptions, ',')
  MCP_ALLOWED_WORKSPACES: workspaceIds
  MCP_ROLE_TOOLS: empty(roleTools) ? '' : string(roleTools)
  MCP_HTTP_TRANSPORT: httpTransportEnabled ? 'true' : 'false'
}

var signInSettings = authEnabled
  ? {
      WEBSITE_AUTH_PRM_DEFAULT_WITH_SCOPES: '${identifierUri}/user_impersonation'
      WEBSITE_AUTH_AAD_ALLOWED_TENANTS: tenant().tenantId
      // names the identity whose token stands in for a client secret
      OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: identityClientId
    }
  : {}

resource app 'Microsoft.Web/sites@2024-11-01' existing = {
  name: appName
}

resource storage 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: storageName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource appsettings 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: app
  name: 'appsettings'
  properties: union(additionalSettings, appSettings, signInSettings, hostSettings)
}

// written without sign-in too, so that switching it off takes effect
resource authentication 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: app
  name: 'authsettingsV2'
  properties: {
    platform: { enabled: authEnabled }
    globalValidation: {
      requireAuthentication: authEnabled
      // a redirect to a page would hang a client
      unauthenticatedClientAction: authEnabled ? 'Return401' : 'AllowAnonymous'
      redirectToProvider: 'azureactivedirectory'
      excludedPaths: ['/api/health']
    }
    httpSettings: { requireHttps: true }
    login: { tokenStore: { enabled: authEnabled } }
    identityProviders: authEnabled
      ? {
          azureActiveDirectory: {
            enabled: true
            registration: {
              openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
              clientId: clientId
              clientSecretSettingName: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
            }
            validation: {
              allowedAudiences: [identifierUri, clientId]
              defaultAuthorizationPolicy: { allowedApplications: union([clientId], clientApplications) }
            }
          }
        }
      : {}
  }
  // two writes to the configuration of a site at once can collide
  dependsOn: [appsettings]
}
