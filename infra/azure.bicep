metadata description = 'Vejviser in a tenant of its own: identity, bot, web app, database, monitoring. No secret in it.'

@description('Makes the names unique, and is the last part of each: small letters and digits.')
@minLength(3)
@maxLength(8)
param resourceSuffix string

@description('Where everything is kept. All three regions are in the EU.')
@allowed([
  'northeurope'
  'westeurope'
  'denmarkeast'
])
param location string

@description('Where Azure Bot keeps and processes what passes through it. westeurope is the only region of the EU that it has; global is no region.')
@allowed([
  'westeurope'
  'global'
])
param botLocation string = 'westeurope'

@description('The name of the bot, as Azure and Teams show it.')
@maxLength(42)
param botDisplayName string = 'Vejviser'

@description('AAD object ids, comma-separated, of those who may name coordinators. Empty: nobody can set a group up yet.')
param administrators string = ''

@description('How the data-protection officer is reached, as the page about privacy says it. Empty: the page says that it is missing.')
@maxLength(200)
param dpoContact string = ''

@description('So many days (1 to 365) after a meeting its items, decisions and apologies are erased. A text, since the toolkit writes only texts.')
@maxLength(3)
param retentionDays string = '30'

@description('The file of the municipality, from the top of the bundle, which has every file of src/municipality.')
param municipalityFile string = 'src/municipality/ishoj.json'

@description('on: the bot answers everything with the telephone numbers alone.')
@allowed([
  'on'
  'off'
])
param stopSwitch string = 'off'

@description('How much is logged. debug also has the refused requests.')
@allowed([
  'error'
  'warn'
  'info'
  'debug'
])
param logLevel string = 'info'

@description('How many instances of the bot run.')
@minValue(1)
@maxValue(3)
param instances int = 2

@description('The size of an instance. The bot needs about 200 MB.')
@allowed([
  'B1'
  'S1'
  'P0v3'
])
param appSize string = 'B1'

@description('DocumentDB: made here, and reached as the managed identity. OwnMongoDB: any other MongoDB, whose address is put into the key vault that is made instead.')
@allowed([
  'DocumentDB'
  'OwnMongoDB'
])
param database string = 'DocumentDB'

@description('The size of the DocumentDB cluster. The free tier does not let a managed identity in.')
@allowed([
  'M10'
  'M20'
  'M30'
])
param databaseSize string = 'M10'

@description('Who gets the alerts.')
param alertEmail string

@description('Put on every resource.')
param tags object = {
  application: 'vejviser'
}

var baseName = 'vejviser-${resourceSuffix}'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${baseName}-identity'
  location: location
  tags: tags
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    baseName: baseName
    location: location
    tags: tags
  }
}

module documentDb 'modules/documentdb.bicep' = if (database == 'DocumentDB') {
  name: 'documentdb'
  params: {
    clusterName: baseName
    location: location
    tags: tags
    size: databaseSize
    identityPrincipalId: identity.properties.principalId
    identityClientId: identity.properties.clientId
  }
}

module vault 'modules/vault.bicep' = if (database == 'OwnMongoDB') {
  name: 'vault'
  params: {
    vaultName: 'vejviser${resourceSuffix}'
    location: location
    tags: tags
    identityPrincipalId: identity.properties.principalId
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    baseName: baseName
    location: location
    tags: tags
    size: appSize
    instances: instances
    identityId: identity.id
    botId: identity.properties.clientId
    botTenantId: identity.properties.tenantId
    databaseUrl: database == 'DocumentDB' ? documentDb!.outputs.databaseUrl : vault!.outputs.databaseUrlReference
    administrators: administrators
    dpoContact: dpoContact
    retentionDays: retentionDays
    stopSwitch: stopSwitch
    logLevel: logLevel
    municipalityFile: municipalityFile
    workspaceId: monitoring.outputs.workspaceId
  }
}

module documentDbFirewall 'modules/documentdb-firewall.bicep' = if (database == 'DocumentDB') {
  name: 'documentdb-firewall'
  params: {
    clusterName: documentDb!.outputs.clusterName
    // Only known when the app is there.
    addresses: split(app.outputs.outboundAddresses, ',')
  }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    botName: baseName
    location: botLocation
    displayName: botDisplayName
    tags: tags
    endpoint: '${app.outputs.url}/api/messages'
    identityId: identity.id
    botId: identity.properties.clientId
    tenantId: identity.properties.tenantId
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    baseName: baseName
    location: location
    tags: tags
    email: alertEmail
    url: app.outputs.url
    appId: app.outputs.appId
    insightsId: monitoring.outputs.insightsId
    workspaceId: monitoring.outputs.workspaceId
  }
}

// The toolkit writes these into env/.env.dev, by these names.
@description('The web app, to which the program is deployed.')
output AZURE_APP_SERVICE_RESOURCE_ID string = app.outputs.appId

@description('The host of the bot and of its pages.')
output BOT_DOMAIN string = app.outputs.host

@description('The address of the bot and of its pages.')
output BOT_ENDPOINT string = app.outputs.url

@description('The client id of the identity, which is the id of the bot.')
output BOT_ID string = identity.properties.clientId

@description('The tenant whose people the bot answers.')
output BOT_TENANT_ID string = identity.properties.tenantId
