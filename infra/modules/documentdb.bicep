metadata description = 'Azure DocumentDB, into which the managed identity alone is let: there is no password.'

@description('The name of the cluster.')
param clusterName string

@description('Where it is kept.')
param location string

@description('Put on every resource.')
param tags object

@description('The size of the cluster.')
param size string

@description('The object id of the identity that may read and write.')
param identityPrincipalId string

@description('The client id of the same identity: the driver asks for its token.')
param identityClientId string

resource cluster 'Microsoft.DocumentDB/mongoClusters@2025-09-01' = {
  name: clusterName
  location: location
  tags: tags
  properties: {
    serverVersion: '8.0'
    authConfig: {
      allowedModes: [
        'MicrosoftEntraID'
      ]
    }
    compute: {
      tier: size
    }
    storage: {
      sizeGb: 32
    }
    sharding: {
      shardCount: 1
    }
    highAvailability: {
      targetMode: 'Disabled'
    }
    publicNetworkAccess: 'Enabled'
  }
}

resource botUser 'Microsoft.DocumentDB/mongoClusters/users@2025-09-01' = {
  parent: cluster
  name: identityPrincipalId
  properties: {
    identityProvider: {
      type: 'MicrosoftEntraID'
      properties: {
        principalType: 'servicePrincipal'
      }
    }
    roles: [
      {
        db: 'admin'
        role: 'root'
      }
    ]
  }
}

// The audience of the tokens: the one that Azure's databases share.
var tokenResource = 'https://ossrdbms-aad${environment().suffixes.sqlServerHostname}'
var host = '${clusterName}.global.mongocluster.cosmos.azure.com'
var signIn = 'authMechanism=MONGODB-OIDC&authMechanismProperties=ENVIRONMENT:azure,TOKEN_RESOURCE:${uriComponent(tokenResource)}'

@description('The name of the cluster, for its firewall.')
output clusterName string = cluster.name

@description('The address of the database. It holds no password.')
output databaseUrl string = 'mongodb+srv://${identityClientId}@${host}/vejviser?tls=true&retryWrites=false&maxIdleTimeMS=120000&${signIn}'
