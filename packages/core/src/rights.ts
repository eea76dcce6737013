/** Azure actions for the machines and their names, which every analysis needs. */
export const machines = [
  'Microsoft.ResourceGraph/resources/read',
  'Microsoft.Resources/subscriptions/read',
  'Microsoft.HybridCompute/machines/read',
  'Microsoft.Compute/virtualMachines/read',
  'Microsoft.Compute/virtualMachines/instanceView/read',
] as const

/** Azure actions for what belongs to a machine: network and extensions. */
export const inventory = [
  'Microsoft.Network/networkInterfaces/read',
  'Microsoft.HybridCompute/machines/extensions/read',
  'Microsoft.Compute/virtualMachines/extensions/read',
] as const

/** Azure actions for SQL Server instances on machines. */
export const sqlInstances = [
  'Microsoft.AzureArcData/sqlServerInstances/read',
  'Microsoft.SqlVirtualMachine/sqlVirtualMachines/read',
] as const

/** Azure actions for databases, and for what runs SQL without a machine. */
export const sqlEstate = [
  'Microsoft.AzureArcData/sqlServerInstances/databases/read',
  'Microsoft.Sql/servers/read',
  'Microsoft.Sql/servers/databases/read',
  'Microsoft.Sql/managedInstances/read',
  'Microsoft.Sql/managedInstances/databases/read',
] as const

/** Azure actions for patch assessments, installation runs and maintenance schedules. */
export const patching = [
  'Microsoft.HybridCompute/machines/patchAssessmentResults/read',
  'Microsoft.HybridCompute/machines/patchAssessmentResults/softwarePatches/read',
  'Microsoft.HybridCompute/machines/patchInstallationResults/read',
  'Microsoft.Compute/virtualMachines/patchAssessmentResults/latest/read',
  'Microsoft.Compute/virtualMachines/patchAssessmentResults/latest/softwarePatches/read',
  'Microsoft.Compute/virtualMachines/patchInstallationResults/read',
  'Microsoft.Maintenance/configurationAssignments/read',
  'Microsoft.Maintenance/maintenanceConfigurations/read',
] as const

/** Azure actions for tables of a workspace; those that end in `_CL` are permitted all together. */
export const logs = (...tables: readonly string[]): readonly string[] => [
  'Microsoft.OperationalInsights/workspaces/read',
  'Microsoft.OperationalInsights/workspaces/query/read',
  ...tables.map(
    (table) => `Microsoft.OperationalInsights/workspaces/query/${table.endsWith('_CL') ? 'Tables.Custom' : table}/read`,
  ),
]
