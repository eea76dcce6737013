targetScope = 'subscription'

@description('Name of the azd environment; resources are named and tagged after it.')
@minLength(1)
@maxLength(32)
param environmentName string
@description('Region of every resource. It must offer the Flex Consumption plan.')
param location string
@description('Object id of whoever deploys: may look at the blobs, which no account key opens. Empty: nobody.')
param principalId string = deployer().objectId
@description('Sign-in with Entra. False: callers need the system key of the MCP extension.')
param authEnabled bool = true
@description('Only users and groups that are assigned to the application get a token.')
param assignmentRequired bool = false
@description('Object id of a group to assign to the application. Empty: none.')
param allowedGroupObjectId string = ''
@description('Client ids, comma-separated, that get a token without a consent page: VS Code and Azure CLI by default.')
param preAuthorizedClientIds string = 'aebc6443-996d-45c2-90f0-388ff96faa56,04b07795-8ddb-461a-bbee-02f9e1bf7b46'
@description('Identifier URI of the application, from which scope, audience and metadata derive. Empty: api://<tenant>/<name of the app>.')
param identifierUri string = ''
@description('Value that some tenants demand on every application registration.')
param serviceManagementReference string = ''
@description('Application role to names of tools, such as {"Patching":["get_patching_level"]}. Empty: whoever is let in may call every tool.')
param roleTools object = {}
@description('Whose rights read Azure: the identity of the app, or the signed-in caller.')
@allowed(['managedIdentity', 'onBehalfOf'])
param outboundIdentity string = 'managedIdentity'
@description('What is asked: Azure, or the sample fleet for a try-out that reads nothing.')
@allowed(['azure', 'sandbox'])
param source string = 'azure'
@description('Subscriptions that may be asked about, comma-separated. Empty: that of the deployment; with a management group or on behalf of the caller, all that can be read.')
param subscriptionIds string = ''
@description('Log Analytics workspaces that may be asked, comma-separated: workspace ids or resource ids.')
param workspaceIds string = ''
@description('Management group that the app reads with a built-in role, instead of subscriptions with the custom one. Empty: none.')
param managementGroupId string = ''
@description('Give the app the custom reader role on the subscriptions. False for who may not assign roles.')
param grantSubscriptionReader bool = true
@description('A second MCP endpoint on an HTTP trigger, for what the extension lacks.')
param httpTransportEnabled bool = false
@description('Durable workflows to offer as tools, comma-separated. Empty: none.')
param workflows string = ''
@description('Further app settings, such as those of the triggers that are off by default. Those of this template win.')
param additionalSettings object = {}
@description('Address that alerts are sent to. Empty: alerts are seen in the portal only.')
param alertEmail string = ''
@description('Storage without public access, reached over private endpoints.')
param vnetEnabled bool = false
@description('An API Management gateway in front (preview).')
param apimEnabled bool = false
@description('Address that API Management writes to.')
param apimPublisherEmail string = 'noreply@example.com'
@description('Memory of an instance, in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048
@description('How many instances there may be at once.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40
@description('Version of Node.js.')
@allowed(['22', '24'])
param nodeVersion string = '22'
@description('How long logs are kept, in days.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName }
var appName = 'func-${token}'
var readsAsApp = source == 'azure' && outboundIdentity == 'managedIdentity'
var readsGroup = readsAsApp && !empty(managementGroupId)
var readsSubscriptions = readsAsApp && empty(managementGroupId) && grantSubscriptionReader
var namedSubscriptions = empty(subscriptionIds) ? [] : split(subscriptionIds, ',')
var defaultSubscriptions = readsAsApp && empty(managementGroupId) ? [subscription().subscriptionId] : []
var allowedSubscriptions = empty(subscriptionIds) ? defaultSubscriptions : namedSubscriptions
var workflowsEnabled = !empty(workflows)
var storageServices = workflowsEnabled ? ['blob', 'queue', 'table'] : ['blob', 'queue']
var callerIdentity = outboundIdentity == 'onBehalfOf' && !authEnabled
  ? fail('MCP_OUTBOUND_IDENTITY=onBehalfOf needs sign-in: set MCP_AUTH_ENABLED=true.')
  : outboundIdentity
var toolsByRole = !empty(roleTools) && !authEnabled
  ? fail('Roles come with a token: roleTools needs sign-in, set MCP_AUTH_ENABLED=true.')
  : roleTools
var gatewayEnabled = apimEnabled && !authEnabled
  ? fail('The gateway checks tokens and needs sign-in: set MCP_AUTH_ENABLED=true.')
  : apimEnabled

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: {
    location: location
    name: 'id-${token}'
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    location: location
    workspaceName: 'log-${token}'
    insightsName: 'appi-${token}'
    retentionDays: logRetentionDays
    tags: tags
  }
}

module storage 'modules/storage.bicep' = {
  scope: group
  params: {
    location: location
    name: 'st${token}'
    publicAccess: !vnetEnabled
    tags: tags
  }
}

module roles 'modules/roles.bicep' = {
  scope: group
  params: {
    storageName: storage.outputs.name
    insightsName: monitoring.outputs.insightsName
    identityPrincipalId: identity.outputs.principalId
    deployerPrincipalId: principalId
    workflowsEnabled: workflowsEnabled
  }
}

module reader 'modules/reader-subscription.bicep' = [
  for id in allowedSubscriptions: if (readsSubscriptions) {
    scope: subscription(id)
    params: {
      environmentName: environmentName
      principalId: identity.outputs.principalId
    }
  }
]

module groupReader 'modules/reader-management-group.bicep' = if (readsGroup) {
  // the name of a scope is checked even where nothing is deployed to it
  scope: managementGroup(readsGroup ? managementGroupId : 'none')
  params: {
    principalId: identity.outputs.principalId
  }
}

module network 'modules/network.bicep' = if (vnetEnabled) {
  scope: group
  params: {
    location: location
    name: 'vnet-${token}'
    storageName: storage.outputs.name
    storageServices: storageServices
    tags: tags
  }
}

module app 'modules/function-app.bicep' = {
  scope: group
  params: {
    location: location
    name: appName
    planName: 'plan-${token}'
    identityId: identity.outputs.id
    packageUrl: storage.outputs.packageUrl
    subnetId: vnetEnabled ? network!.outputs.appSubnetId : ''
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    nodeVersion: nodeVersion
    tags: tags
  }
  dependsOn: [roles]
}

module entra 'modules/entra.bicep' = if (authEnabled) {
  scope: group
  params: {
    name: appName
    displayName: 'infra-analysis ${environmentName}'
    hostName: app.outputs.hostName
    identifierUri: identifierUri
    identityPrincipalId: identity.outputs.principalId
    preAuthorizedClientIds: split(preAuthorizedClientIds, ',')
    assignmentRequired: assignmentRequired
    allowedGroupObjectId: allowedGroupObjectId
    roles: objectKeys(toolsByRole)
    readsAzureAsCaller: outboundIdentity == 'onBehalfOf'
    serviceManagementReference: serviceManagementReference
  }
}

module settings 'modules/settings.bicep' = {
  scope: group
  params: {
    appName: app.outputs.name
    storageName: storage.outputs.name
    insightsName: monitoring.outputs.insightsName
    identityClientId: identity.outputs.clientId
    authEnabled: authEnabled
    clientId: authEnabled ? entra!.outputs.clientId : ''
    identifierUri: authEnabled ? entra!.outputs.identifierUri : ''
    clientApplications: split(preAuthorizedClientIds, ',')
    source: source
    outboundIdentity: callerIdentity
    allowedSubscriptions: allowedSubscriptions
    workspaceIds: workspaceIds
    roleTools: toolsByRole
    httpTransportEnabled: httpTransportEnabled
    workflows: workflows
    additionalSettings: additionalSettings
  }
}

module gateway 'modules/apim.bicep' = if (gatewayEnabled) {
  scope: group
  params: {
    location: location
    name: 'apim-${token}'
    publisherEmail: apimPublisherEmail
    appHostName: app.outputs.hostName
    clientId: authEnabled ? entra!.outputs.clientId : ''
    identifierUri: authEnabled ? entra!.outputs.identifierUri : ''
    workspaceId: monitoring.outputs.workspaceId
    tags: tags
  }
}

module diagnostics 'modules/diagnostics.bicep' = {
  scope: group
  params: {
    appName: app.outputs.name
    storageName: storage.outputs.name
    workspaceId: monitoring.outputs.workspaceId
  }
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    location: location
    workspaceId: monitoring.outputs.workspaceId
    email: alertEmail
    tags: tags
  }
}

module workbook 'modules/workbook.bicep' = {
  scope: group
  params: {
    location: location
    workspaceId: monitoring.outputs.workspaceId
    displayName: 'Tool usage of ${environmentName}'
    tags: tags
  }
}

@description('Region of the deployment.')
output AZURE_LOCATION string = location
@description('Tenant that callers sign in to.')
output AZURE_TENANT_ID string = tenant().tenantId
@description('Resource group that holds everything but the application, the reader roles and their assignments.')
output AZURE_RESOURCE_GROUP string = group.name
@description('Name of the function app, for az functionapp.')
output AZURE_FUNCTION_NAME string = app.outputs.name
@description('The same name, where azd looks for the resource of the service api.')
output SERVICE_API_NAME string = app.outputs.name
@description('Address for MCP clients.')
output MCP_ENDPOINT string = 'https://${app.outputs.hostName}/runtime/webhooks/mcp'
@description('Address of the gateway for MCP clients. Empty without the gateway.')
output MCP_GATEWAY_ENDPOINT string = gatewayEnabled ? gateway!.outputs.endpoint : ''
@description('Client id of the application. Empty in key mode.')
output ENTRA_APPLICATION_ID string = authEnabled ? entra!.outputs.clientId : ''
@description('Scope to ask a token for. Empty in key mode.')
output MCP_SCOPE string = authEnabled ? '${entra!.outputs.identifierUri}/user_impersonation' : ''
@description('Object id of the identity of the app: what role assignments on the fleet name.')
output MCP_IDENTITY_PRINCIPAL_ID string = identity.outputs.principalId
@description('Resource id of the workspace that holds logs and telemetry of the app.')
output LOG_ANALYTICS_WORKSPACE_ID string = monitoring.outputs.workspaceId
