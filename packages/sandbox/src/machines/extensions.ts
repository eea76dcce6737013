import { clock, stamp } from '../clock.ts'
import type { Random } from '../random.ts'
import type { Entry, Role } from '../roster/entry.ts'

/** An extension of a machine: the thing that collects. */
export interface Extension {
  readonly name: string
  readonly publisher: string
  readonly version: string
  readonly state: 'Succeeded' | 'Failed'
  readonly message: string
  readonly settings: Readonly<Record<string, unknown>>
}

type Known = readonly [name: string, publisher: string, version: string]

const monitoring: Record<'windows' | 'linux', Known> = {
  windows: ['AzureMonitorWindowsAgent', 'Microsoft.Azure.Monitor', '1.38.1.0'],
  linux: ['AzureMonitorLinuxAgent', 'Microsoft.Azure.Monitor', '1.36.1'],
}
const changeTracking: Record<'windows' | 'linux', Known> = {
  windows: ['ChangeTracking-Windows', 'Microsoft.Azure.ChangeTrackingAndInventory', '2.28.0.0'],
  linux: ['ChangeTracking-Linux', 'Microsoft.Azure.ChangeTrackingAndInventory', '2.35.0.0'],
}
const updates: Record<'windows' | 'linux', Known> = {
  windows: ['WindowsOsUpdateExtension', 'Microsoft.SoftwareUpdateManagement', '1.0.26.0'],
  linux: ['LinuxOsUpdateExtension', 'Microsoft.SoftwareUpdateManagement', '1.0.27.0'],
}
const defender: Record<'windows' | 'linux', Known> = {
  windows: ['MDE.Windows', 'Microsoft.Azure.AzureDefenderForServers', '1.0.13.3'],
  linux: ['MDE.Linux', 'Microsoft.Azure.AzureDefenderForServers', '1.0.7.3'],
}
const sqlServer: Known = ['WindowsAgent.SqlServer', 'Microsoft.AzureData', '1.1.3105.334']
const sqlVirtualMachine: Known = ['SqlIaasExtension', 'Microsoft.SqlServer.Management', '2.0.226.1']
const assessments: readonly Known[] = [
  ['AssessmentPlatform', 'microsoft.serviceshub', '4.5.0.1'],
  ['WindowsServerAssessment', 'microsoft.serviceshub', '4.5.0.4'],
]

const assessedRoles: readonly Role[] = ['dc', 'file', 'update']

/** The extensions of a machine that keeps them all; about one in thirty failed to install or to update. */
export function extensions(
  entry: Entry,
  family: 'windows' | 'linux',
  hasSql: boolean,
  draw: Random,
): readonly Extension[] {
  const wanted = [monitoring[family], updates[family]]
  if (draw.chance(0.85)) wanted.push(changeTracking[family])
  if (draw.chance(0.7)) wanted.push(defender[family])
  if (hasSql) wanted.push(entry.site === 'azure' ? sqlVirtualMachine : sqlServer)
  if (family === 'windows' && assessedRoles.includes(entry.role)) wanted.push(...assessments)
  return wanted.map((known) => extension(known, draw))
}

/** The agents that send metrics and inventory to a workspace, both in good health. */
export const collecting = (family: 'windows' | 'linux'): readonly Extension[] =>
  [monitoring[family], changeTracking[family]].map(healthy)

function healthy([name, publisher, version]: Known): Extension {
  return { name, publisher, version, state: 'Succeeded', message: 'Extension Message: Done', settings: {} }
}

function extension(known: Known, draw: Random): Extension {
  const [name, publisher, version] = known
  if (draw.chance(0.03)) {
    const message = 'Extension Message: The installer ended with exit code 1603; see the log on the machine.'
    return { name, publisher, version, state: 'Failed', message, settings: {} }
  }
  if (known !== sqlServer) return healthy(known)
  const message = `SQL Server Extension Agent: Healthy; uploadStatus : OK; timestampUTC : ${stamp(clock).slice(0, 10)}`
  const settings = { SqlManagement: { IsEnabled: true }, LicenseType: 'Paid', ExcludedSqlInstances: [] }
  return { name, publisher, version, state: 'Succeeded', message, settings }
}
