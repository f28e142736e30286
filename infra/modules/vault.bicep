metadata description = 'A key vault for the address of a database that a managed identity cannot reach. Somebody puts the secret in by hand.'

@description('The name of the vault.')
@minLength(3)
@maxLength(24)
param vaultName string

@description('Where it is kept.')
param location string

@description('Put on every resource.')
param tags object

@description('The object id of the identity that may read the secret.')
param identityPrincipalId string

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: vaultName
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enablePurgeProtection: true
    softDeleteRetentionInDays: 90
  }
}

// Key Vault Secrets User: reads secrets, and nothing else.
var secretsUser = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  '4633458b-17de-408a-b874-0445c86b69e6'
)

resource mayRead 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, identityPrincipalId, secretsUser)
  properties: {
    principalId: identityPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: secretsUser
  }
}

@description('What the app setting holds instead of the address.')
output databaseUrlReference string = '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/database-url)'
