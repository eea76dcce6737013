extension microsoftGraphV1

@description('Unique name of the application: makes a second deployment find it again.')
param name string
@description('Name that people see when they sign in.')
param displayName string
@description('Host name of the function app.')
param hostName string
@description('Identifier URI. Empty: api://<tenant>/<name>.')
param identifierUri string
@description('Object id of the identity of the app, which signs in for the application instead of a secret.')
param identityPrincipalId string
@description('Client ids that get a token without a consent page.')
param preAuthorizedClientIds array
@description('Only users and groups that are assigned get a token.')
param assignmentRequired bool
@description('Object id of a group to assign. Empty: none.')
param allowedGroupObjectId string
@description('Names of application roles, which decide who may call which tools.')
param roles array
@description('Whether Azure is read on behalf of the caller.')
param readsAzureAsCaller bool
@description('Value that some tenants demand on every registration.')
param serviceManagementReference string

var uri = empty(identifierUri) ? 'api://${tenant().tenantId}/${name}' : identifierUri
var scopeId = guid(name, 'user_impersonation')
var everyone = '00000000-0000-0000-0000-000000000000'

var signIn = {
  resourceAppId: '00000003-0000-0000-c000-000000000000' // Microsoft Graph: User.Read
  resourceAccess: [{ id: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d', type: 'Scope' }]
}

var readingAzure = [
  {
    resourceAppId: '797f4846-ba00-4fd7-ba43-dac1f8f63013' // Azure Resource Manager: user_impersonation
    resourceAccess: [{ id: '41094075-9dad-400e-a0bd-54e686782033', type: 'Scope' }]
  }
  {
    resourceAppId: 'ca7f3f0b-7d91-482c-8e09-c5d840d0eac5' // Log Analytics API: Data.Read
    resourceAccess: [{ id: 'e8dac03d-d467-4a7e-9293-9cca7df08b31', type: 'Scope' }]
  }
]

resource application 'Microsoft.Graph/applications@v1.0' = {
  uniqueName: name
  displayName: displayName
  signInAudience: 'AzureADMyOrg'
  serviceManagementReference: empty(serviceManagementReference) ? null : serviceManagementReference
  identifierUris: [uri]
  api: {
    requestedAccessTokenVersion: 2
    oauth2PermissionScopes: [
      {
        id: scopeId
        value: 'user_impersonation'
        type: 'User'
        isEnabled: true
        adminConsentDisplayName: 'Ask about the server fleet'
        adminConsentDescription: 'Lets a client call the tools of infra-analysis as the signed-in user.'
        userConsentDisplayName: 'Ask about the server fleet'
        userConsentDescription: 'Lets a client call the tools of infra-analysis as you.'
      }
    ]
    preAuthorizedApplications: [
      for id in preAuthorizedClientIds: {
        appId: id
        delegatedPermissionIds: [scopeId]
      }
    ]
  }
  appRoles: [
    for role in roles: {
      id: guid(name, role)
      value: role
      displayName: role
      description: 'Tools of ${role}'
      allowedMemberTypes: ['User']
      isEnabled: true
    }
  ]
  requiredResourceAccess: concat([signIn], readsAzureAsCaller ? readingAzure : [])
  web: {
    redirectUris: ['https://${hostName}/.auth/login/aad/callback']
    implicitGrantSettings: { enableIdTokenIssuance: true }
  }

  resource credential 'federatedIdentityCredentials@v1.0' = {
    name: '${application.uniqueName}/managed-identity'
    audiences: ['api://AzureADTokenExchange']
    issuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
    subject: identityPrincipalId
  }
}

resource principal 'Microsoft.Graph/servicePrincipals@v1.0' = {
  appId: application.appId
  appRoleAssignmentRequired: assignmentRequired
}

resource assignment 'Microsoft.Graph/appRoleAssignedTo@v1.0' = if (!empty(allowedGroupObjectId)) {
  appRoleId: everyone
  principalId: allowedGroupObjectId
  resourceId: principal.id
}

@description('Client id of the application.')
output clientId string = application.appId

@description('Identifier URI of the application.')
output identifierUri string = uri
