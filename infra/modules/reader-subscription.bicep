targetScope = 'subscription'

@description('Name of the azd environment.')
param environmentName string
@description('Object id of the identity of the app.')
param principalId string

resource role 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(subscription().id, environmentName, 'infra-analysis-reader')
  properties: {
    // names of custom roles are unique within the tenant
    roleName: 'Infra Analysis Reader (${environmentName}, ${subscription().subscriptionId})'
    description: 'Reads exactly what the analyses of infra-analysis read.'
    type: 'CustomRole'
    assignableScopes: [subscription().id]
    permissions: [
      {
        actions: objectKeys(loadJsonContent('../reader-role.json'))
        notActions: []
        dataActions: []
        notDataActions: []
      }
    ]
  }
}

resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(subscription().id, principalId, role.id)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: role.id
    description: 'Every analysis: reads the fleet and its logs.'
  }
}
