param location string
@description('Resource id of the workspace with the telemetry of the app.')
param workspaceId string
@description('Address that alerts are sent to. Empty: none.')
param email string
param tags object

var rules = [
  {
    name: 'infra-analysis-failures'
    displayName: 'infra-analysis: calls fail'
    description: 'More than 5 calls within 15 minutes failed by a fault of the app or of a service that it asks.'
    query: loadTextContent('../queries/failures.kql')
    threshold: 5
  }
  {
    name: 'infra-analysis-throttling'
    displayName: 'infra-analysis: calls are throttled'
    description: 'More than 10 calls within 15 minutes were refused by a limit of the app, or given up because Azure asked to wait for too long.'
    query: loadTextContent('../queries/throttling.kql')
    threshold: 10
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(email)) {
  name: 'infra-analysis'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'infra'
    enabled: true
    emailReceivers: [{ name: 'operator', emailAddress: email, useCommonAlertSchema: true }]
  }
}

resource alerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: rule.name
    location: location
    kind: 'LogAlert'
    tags: tags
    properties: {
      displayName: rule.displayName
      description: rule.description
      severity: 2
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT15M'
      windowSize: 'PT15M'
      // the tables are there only after the first call
      skipQueryValidation: true
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: rule.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: empty(email) ? [] : [people.id] }
    }
  }
]
