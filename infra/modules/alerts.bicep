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
    description: 'Botten kan ikke svare, set fra to af tre steder. Se VejviserNotReady i docs/drift.md.'
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
    description: 'Over fem svar med en 5xx-status på fem minutter. Se VejviserTurnFaults i docs/drift.md.'
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

// A line of the log is one JSON object: `event` is its "msg", the name of an event in src/log.ts. Who gets the mail reads
// the description.
var lineAlerts = [
  {
    name: 'turn-faults'
    description: 'Nogen har fået at vide, at noget gik galt. Se VejviserTurnFaults i docs/drift.md.'
    lines: 'event in ("turn-failed", "request-failed")'
    severity: 2
    threshold: 0
  }
  {
    name: 'key-server'
    description: 'Nøglerne til beskeder fra Teams kan ikke hentes. Se VejviserKeyServerUnavailable i docs/drift.md.'
    lines: 'event in ("signing-keys-unavailable")'
    severity: 2
    threshold: 2
  }
  {
    name: 'login'
    description: 'Botten kan ikke logge på som sig selv, så den kan ikke sende. Se VejviserLoginFailing i docs/drift.md.'
    lines: 'event in ("login-failed")'
    severity: 1
    threshold: 2
  }
  {
    name: 'outbox'
    description: 'Påmindelser bliver ikke taget fra databasen, eller et møde bliver ikke set efter. Se VejviserOutboxLag i docs/drift.md.'
    lines: 'event in ("outbox-unavailable", "maintenance-failed", "watch-failed", "row-interrupted")'
    severity: 2
    threshold: 2
  }
  {
    name: 'rows-not-sent'
    description: 'Teams sagde nej til en besked, eller ingen ved, om den kom frem. Se VejviserRowsNotSent i docs/drift.md.'
    // A row may also be obsolete: then nothing is wrong.
    lines: 'event in ("row-not-sent") and state in ("failed", "unknown")'
    severity: 3
    threshold: 0
  }
  {
    name: 'replies-not-delivered'
    description: 'Teams tager ikke imod bottens svar. Se VejviserRepliesUndelivered i docs/drift.md.'
    lines: 'event in ("delivery-failed")'
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
            query: 'AppServiceConsoleLogs | where _ResourceId =~ "${appId}" | extend line = parse_json(ResultDescription) | extend event = tostring(line.msg), state = tostring(line.state) | where ${alert.lines}'
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
