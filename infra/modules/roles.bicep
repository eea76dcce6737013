@description('Name of the storage account.')
param storageName string
@description('Name of the Application Insights component.')
param insightsName string
@description('Object id of the identity of the app.')
param identityPrincipalId string
@description('Object id of whoever deploys. Empty: nobody.')
param deployerPrincipalId string
@description('Whether Durable workflows keep their state in the account.')
param workflowsEnabled bool

var storageRoles = concat(
  [
    { id: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b', why: 'Functions host: leases, keys and the deployed package; reports and results of triggers.' }
    { id: '974c5e8b-45b9-4653-ba55-5f855dd0fb88', why: 'MCP extension: its backplane queue; the queue trigger.' }
  ],
  workflowsEnabled
    ? [{ id: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3', why: 'Durable workflows: history and instances.' }]
    : []
)

resource storage 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: storageName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource onStorage 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in storageRoles: {
    scope: storage
    name: guid(storage.id, identityPrincipalId, role.id)
    properties: {
      principalId: identityPrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.id)
      description: role.why
    }
  }
]

var metricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'

resource onInsights 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, identityPrincipalId, metricsPublisher)
  properties: {
    principalId: identityPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', metricsPublisher)
    description: 'Functions host: traces, requests and metrics.'
  }
}

var blobReader = '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'

// no principal type: a person deploys from a terminal, a service principal from a pipeline
resource forDeployer 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(deployerPrincipalId)) {
  scope: storage
  name: guid(storage.id, deployerPrincipalId, blobReader)
  properties: {
    principalId: deployerPrincipalId
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobReader)
    description: 'Whoever deploys: look at the package and at reports, which no key opens.'
  }
}
