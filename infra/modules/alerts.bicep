metadata description = 'What wakes somebody: the same faults as infra/prometheus, from availability, status codes and log lines.'

@description('The first part of the names.')
param baseName string

@description('Where it is kept.')
param location string

@description('Put on every resource.')
param tags object

@description('Who gets the alerts.')
param email string

@description('The address of the bot.')
param url string

@description('The web app.')
param appId string

@description('What the availability test belongs to.')
param insightsId string

@description('Where the log lines are.')
param workspaceId string

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${baseName}-people'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'vejviser'
    enabled: true
    emailReceivers: [
      {
        name: 'operations'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

resource readiness 'Microsoft.Insights/webtests@2022-06-15' = {
  name: '${baseName}-ready'
  location: location
  tags: union(tags, {
    'hidden-link:${insightsId}': 'Resource'
  })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: '${baseName}-ready'
    Name: '${baseName}-ready'
    Enabled: true
    Frequency: 300
    Timeout: 30
    Kind: 'standard'
    RetryEnabled: true
    Locations: [
      {
        Id: 'emea-nl-ams-azr'
      }
      {
        Id: 'emea-gb-db3-azr'
      }
      {
        Id: 'emea-fr-pra-edge'
      }
    ]
    Request: {
      RequestUrl: '${url}/readyz'
      HttpVerb: 'GET'
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 14
    }
  }
}

resource notReady 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${baseName}-not-ready'
  location: 'global'
  tags: tags
  properties: {
    description: 'VejviserNotReady: the bot cannot answer, as seen from two of three places.'
    severity: 1
    enabled: true
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    scopes: [
      readiness.id
      insightsId
    ]
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: readiness.id
      componentId: insightsId
      failedLocationCount: 2
    }
    actions: [
      {
        actionGroupId: people.id
      }
    ]
  }
}

resource serverErrors 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${baseName}-server-errors'
  location: 'global'
  tags: tags
  properties: {
    description: 'More than five answers with a 5xx status in five minutes.'
    severity: 2
    enabled: true
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    scopes: [
      appId
    ]
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'http5xx'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.Web/sites'
          metricName: 'Http5xx'
          operator: 'GreaterThan'
          threshold: 5
          timeAggregation: 'Total'
        }
      ]
    }
    actions: [
      {
        actionGroupId: people.id
      }
    ]
  }
}

// A line of the log is one JSON object; its "msg" is the name of an event in src/log.ts.
var lineAlerts = [
  {
    name: 'turn-faults'
    description: 'VejviserTurnFaults: somebody was told that something went wrong.'
    events: '"turn-failed", "request-failed"'
    severity: 2
    threshold: 0
  }
  {
    name: 'key-server'
    description: 'VejviserKeyServerUnavailable: the keys of incoming tokens cannot be had.'
    events: '"signing-keys-unavailable"'
    severity: 2
    threshold: 2
  }
  {
    name: 'login'
    description: 'VejviserLoginFailing: the bot cannot sign in as itself, so it cannot send.'
    events: '"login-failed"'
    severity: 1
    threshold: 2
  }
  {
    name: 'outbox'
    description: 'VejviserOutboxUnavailable: reminders are not taken from the database, or a meeting is not looked at.'
    events: '"outbox-unavailable", "maintenance-failed", "watch-failed", "row-interrupted"'
    severity: 2
    threshold: 2
  }
  {
    name: 'rows-not-sent'
    description: 'VejviserRowsNotSent: messages that Teams refused, or of which nobody knows whether they arrived.'
    events: '"row-not-sent"'
    severity: 3
    threshold: 2
  }
  {
    name: 'replies-not-delivered'
    description: 'VejviserRepliesUndelivered: answers that Teams did not take.'
    events: '"delivery-failed"'
    severity: 3
    threshold: 5
  }
]

resource lines 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [
  for alert in lineAlerts: {
    name: '${baseName}-${alert.name}'
    location: location
    tags: tags
    properties: {
      displayName: '${baseName}-${alert.name}'
      description: alert.description
      severity: alert.severity
      enabled: true
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      scopes: [
        workspaceId
      ]
      criteria: {
        allOf: [
          {
            query: 'AppServiceConsoleLogs | where _ResourceId =~ "${appId}" | extend event = tostring(parse_json(ResultDescription).msg) | where event in (${alert.events})'
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: alert.threshold
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      autoMitigate: true
      actions: {
        actionGroups: [
          people.id
        ]
      }
    }
  }
]
