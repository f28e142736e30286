metadata description = 'Where the log lines go, and what the availability test belongs to.'

@description('The first part of the names.')
param baseName string

@description('Where it is kept.')
param location string

@description('Put on every resource.')
param tags object

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${baseName}-logs'
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: 30
    workspaceCapping: {
      dailyQuotaGb: 1
    }
  }
}

// Only for the availability test: no agent of it runs in the bot, so nothing of what people write or click is sent.
resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: '${baseName}-insights'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
  }
}

@description('The workspace of the log lines.')
output workspaceId string = workspace.id

@description('What the availability test belongs to.')
output insightsId string = insights.id
