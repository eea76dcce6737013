targetScope = 'managementGroup'

@description('Object id of the identity of the app.')
param principalId string

// Log Analytics Reader: everything that can be read, and queries of logs
var logAnalyticsReader = '73c42c96-874c-492b-b04d-ab87d138a893'

resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(managementGroup().id, principalId, logAnalyticsReader)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: tenantResourceId('Microsoft.Authorization/roleDefinitions', logAnalyticsReader)
    description: 'Every analysis: reads the fleet and its logs.'
  }
}
