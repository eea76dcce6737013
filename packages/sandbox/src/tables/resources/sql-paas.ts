import { subscriptions } from '../../estate.ts'
import { row, type ResourceRow } from '../rows.ts'
import { resourceId } from '../spelling.ts'

const gib = 2 ** 30
const place = { subscriptionId: subscriptions.azure.id, resourceGroup: 'rg-data-weu', location: 'westeurope' }
const server = resourceId(place.subscriptionId, place.resourceGroup, 'Microsoft.Sql/servers', 'sql-northwind-weu')
const managed = resourceId(
  place.subscriptionId,
  place.resourceGroup,
  'Microsoft.Sql/managedInstances',
  'mi-northwind-weu',
)
const tags = { Environment: 'Production', Project: 'Webshop' }

/** One Azure SQL server and one managed instance, with their databases. */
export const sqlPaasRows: readonly ResourceRow[] = [
  row({
    id: server,
    name: 'sql-northwind-weu',
    type: 'microsoft.sql/servers',
    kind: 'v12.0',
    ...place,
    tags,
    properties: {
      state: 'Ready',
      version: '12.0',
      minimalTlsVersion: '1.0',
      publicNetworkAccess: 'Enabled',
      fullyQualifiedDomainName: 'sql-northwind-weu.database.windows.net',
    },
  }),
  serverDatabase('master', 'Online', { name: 'System', tier: 'System', capacity: 0 }, 30),
  serverDatabase('webshop', 'Online', { name: 'GP_Gen5', tier: 'GeneralPurpose', capacity: 4 }, 250),
  serverDatabase('loyalty', 'Online', { name: 'Standard', tier: 'Standard', capacity: 50 }, 250),
  serverDatabase('webshop-staging', 'Paused', { name: 'GP_S_Gen5', tier: 'GeneralPurpose', capacity: 2 }, 32),
  row({
    id: managed,
    name: 'mi-northwind-weu',
    type: 'microsoft.sql/managedinstances',
    ...place,
    tags: { Environment: 'Production', Project: 'ERP' },
    sku: { name: 'GP_Gen5', tier: 'GeneralPurpose', family: 'Gen5', capacity: 8 },
    properties: {
      state: 'Ready',
      vCores: 8,
      storageSizeInGB: 512,
      licenseType: 'BasePrice',
      minimalTlsVersion: '1.2',
      publicDataEndpointEnabled: false,
      fullyQualifiedDomainName: 'mi-northwind-weu.a1b2c3d4e5f6.database.windows.net',
    },
  }),
  ...['Billing', 'Contracts', 'Suppliers'].map((name) =>
    row({
      id: `${managed}/databases/${name}`,
      name,
      type: 'microsoft.sql/managedinstances/databases',
      ...place,
      properties: { status: 'Online', collation: 'SQL_Latin1_General_CP1_CI_AS' },
    }),
  ),
]

function serverDatabase(
  name: string,
  status: string,
  sku: { name: string; tier: string; capacity: number },
  sizeGiB: number,
): ResourceRow {
  return row({
    id: `${server}/databases/${name}`,
    name,
    type: 'microsoft.sql/servers/databases',
    kind: name === 'master' ? 'v12.0,system' : 'v12.0,user',
    ...place,
    managedBy: server,
    sku,
    properties: { status, currentSku: sku, maxSizeBytes: sizeGiB * gib, zoneRedundant: false },
  })
}
