metadata description = 'The web app that runs the bot, with every setting that the program reads.'

@description('The first part of the names, and the first part of the host.')
param baseName string

@description('Where it is kept.')
param location string

@description('Put on every resource.')
param tags object

@description('The size of an instance.')
param size string

@description('How many instances run.')
param instances int

@description('The managed identity that the app runs as.')
param identityId string

@description('The client id of the identity, which is the id of the bot.')
param botId string

@description('The tenant whose people the bot answers.')
param botTenantId string

@description('The address of the database, or a reference to it in a key vault.')
param databaseUrl string

@description('AAD object ids, comma-separated. May be empty.')
param administrators string

@description('How the data-protection officer is reached. May be empty.')
param dpoContact string

@description('So many days after a meeting its words are erased.')
param retentionDays string

@description('on or off.')
param stopSwitch string

@description('How much is logged.')
param logLevel string

@description('The file of the municipality, from the top of the bundle.')
param municipalityFile string

@description('Where the log lines go.')
param workspaceId string

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${baseName}-plan'
  location: location
  tags: tags
  kind: 'linux'
  sku: {
    name: size
    capacity: instances
  }
  properties: {
    reserved: true
  }
}

var settings = {
  BOT_ID: botId
  BOT_TYPE: 'UserAssignedMsi'
  BOT_TENANT_ID: botTenantId
  DATABASE_URL: databaseUrl
  MUNICIPALITY_FILE: municipalityFile
  RETENTION_DAYS: retentionDays
  STOP_SWITCH: stopSwitch
  LOG_LEVEL: logLevel
  // The bot is bundled before it comes here: nothing is built or written on the machine.
  SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
  WEBSITE_RUN_FROM_PACKAGE: '1'
}
// The program refuses an empty setting: what is not said is left out.
var administratorSetting = empty(administrators) ? {} : { ADMINISTRATORS: administrators }
var dpoSetting = empty(dpoContact) ? {} : { DPO_CONTACT: dpoContact }

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: baseName
  location: location
  tags: tags
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    siteConfig: {
      linuxFxVersion: 'NODE|24-lts'
      appCommandLine: 'node dist/main.js'
      alwaysOn: true
      healthCheckPath: '/readyz'
      http20Enabled: true
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
    }
  }
}

resource appSettings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: union(settings, administratorSetting, dpoSetting, {
    PUBLIC_URL: 'https://${app.properties.defaultHostName}'
  })
}

resource noPasswordForFtp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource noPasswordForDeployment 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: app
  name: 'logs'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'AppServiceConsoleLogs'
        enabled: true
      }
      {
        category: 'AppServicePlatformLogs'
        enabled: true
      }
    ]
  }
}

@description('The web app.')
output appId string = app.id

@description('Its host.')
output host string = app.properties.defaultHostName

@description('Its address.')
output url string = 'https://${app.properties.defaultHostName}'

@description('The addresses that it calls from, comma-separated.')
output outboundAddresses string = app.properties.outboundIpAddresses
