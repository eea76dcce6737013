param location string
@description('Name of the gateway.')
param name string
@description('Address that API Management writes to.')
param publisherEmail string
@description('Host name of the function app.')
param appHostName string
@description('Client id of the application: the audience of tokens.')
param clientId string
@description('Identifier URI of the application.')
param identifierUri string
@description('Resource id of the workspace for logs.')
param workspaceId string
param tags object

var path = 'infra-analysis'
var host = '${name}.azure-api.net'

resource service 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: name
  location: location
  sku: { name: 'BasicV2', capacity: 1 }
  tags: tags
  properties: {
    publisherEmail: publisherEmail
    publisherName: 'infra-analysis'
  }
}

// what the policies say as {{name}}
resource values 'Microsoft.ApiManagement/service/namedValues@2024-05-01' = [
  for item in items({
    'mcp-tenant-id': tenant().tenantId
    'mcp-client-id': clientId
    'mcp-scope': '${identifierUri}/user_impersonation'
    'mcp-authority': '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
    'mcp-resource': 'https://${host}/${path}/mcp'
    'mcp-metadata': 'https://${host}/.well-known/oauth-protected-resource/${path}/mcp'
  }): {
    parent: service
    name: item.key
    properties: {
      displayName: item.key
      value: item.value
    }
  }
]

resource tools 'Microsoft.ApiManagement/service/apis@2025-09-01-preview' = {
  parent: service
  name: path
  properties: {
    displayName: 'infra-analysis'
    type: 'mcp'
    path: path
    protocols: ['https']
    serviceUrl: 'https://${appHostName}/runtime/webhooks'
    subscriptionRequired: false
    mcpProperties: {
      transportType: 'streamable'
      endpoints: [{ name: 'mcp', uriTemplate: '/mcp' }]
    }
  }
}

resource toolsPolicy 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = {
  parent: tools
  name: 'policy'
  properties: {
    format: 'rawxml'
    value: loadTextContent('../policies/mcp.xml')
  }
  dependsOn: [values]
}

resource metadata 'Microsoft.ApiManagement/service/apis@2025-09-01-preview' = {
  parent: service
  name: 'oauth-protected-resource'
  properties: {
    displayName: 'Protected resource metadata'
    path: '.well-known/oauth-protected-resource'
    protocols: ['https']
    subscriptionRequired: false
  }

  resource read 'operations' = {
    name: 'read'
    properties: {
      displayName: 'Where to sign in'
      method: 'GET'
      urlTemplate: '/${path}/mcp'
    }

    resource policy 'policies' = {
      name: 'policy'
      properties: {
        format: 'rawxml'
        value: loadTextContent('../policies/metadata.xml')
      }
      dependsOn: [values]
    }
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: service
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'GatewayLogs', enabled: true }]
  }
}

@description('Address for MCP clients.')
output endpoint string = 'https://${host}/${path}/mcp'
