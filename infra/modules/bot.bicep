metadata description = 'The registration of the bot, and its channel to Teams.'

@description('The name of the registration.')
param botName string

@description('westeurope: kept and processed in the EU. global: anywhere.')
param location string

@description('The name that people see.')
@maxLength(42)
param displayName string

@description('Put on every resource.')
param tags object

@description('Where Teams posts activities to.')
param endpoint string

@description('The managed identity of the bot.')
param identityId string

@description('The client id of the identity.')
param botId string

@description('The tenant of the identity.')
param tenantId string

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: botName
  location: location
  tags: tags
  kind: 'azurebot'
  sku: {
    name: 'F0'
  }
  properties: {
    displayName: displayName
    endpoint: endpoint
    msaAppId: botId
    msaAppMSIResourceId: identityId
    msaAppTenantId: tenantId
    msaAppType: 'UserAssignedMSI'
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: location
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
    }
  }
}
