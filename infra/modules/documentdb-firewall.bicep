metadata description = 'Lets only the outgoing addresses of the web app reach the database.'

@description('The name of the cluster.')
param clusterName string

@description('The addresses that the web app calls from.')
param addresses string[]

resource cluster 'Microsoft.DocumentDB/mongoClusters@2025-09-01' existing = {
  name: clusterName
}

// One after the other: the cluster takes one change at a time.
@batchSize(1)
resource rules 'Microsoft.DocumentDB/mongoClusters/firewallRules@2025-09-01' = [
  for (address, index) in addresses: {
    parent: cluster
    name: 'app-${index}'
    properties: {
      startIpAddress: address
      endIpAddress: address
    }
  }
]
