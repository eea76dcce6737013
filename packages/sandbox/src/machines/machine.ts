import type { Event } from '../events/event.ts'
import type { Model } from '../catalog/hardware.ts'
import type { Os } from '../catalog/os.ts'
import type { Role } from '../roster/entry.ts'
import type { Site } from '../sites.ts'
import type { Agent } from './agent.ts'
import type { Extension } from './extensions.ts'
import type { Disk, Hardware } from './hardware.ts'
import type { NetworkInterface } from './network.ts'
import type { Patching } from './patching.ts'
import type { SqlInstance } from './sql.ts'

/** A server: the one truth that every table derives from. */
export interface Machine {
  /** ARM id in the provider's spelling. */
  readonly id: string
  readonly kind: 'arc' | 'azure'
  /** The ARM name, which may differ from the host name. */
  readonly name: string
  readonly computerName: string
  readonly displayName: string
  /** `unknown` for a machine outside any domain. */
  readonly domain: string
  readonly site: Site
  readonly role: Role
  readonly subscriptionId: string
  readonly resourceGroup: string
  readonly tags: Readonly<Record<string, string>>
  readonly vmId: string
  /** The SMBIOS id; clones share it. */
  readonly vmUuid: string
  readonly createdAt: Date
  readonly os: Os
  readonly hardware: Hardware
  readonly model: Model
  readonly disks: readonly Disk[]
  readonly interfaces: readonly NetworkInterface[]
  readonly agent: Agent
  readonly extensions: readonly Extension[]
  readonly patching: Patching
  readonly sql: readonly SqlInstance[]
  /** What the SQL Server discovery of the agent says; the instances may not be connected. */
  readonly sqlDiscovered: boolean
  readonly esu: Esu
  /** Windows applications or Linux packages that are installed, about. */
  readonly softwareCount: number
  /** What happened to it lately, as its logs show. */
  readonly events: readonly Event[]
  readonly quirks: Quirks
}

/** Extended security updates of a release out of support. */
export interface Esu {
  readonly eligibility: 'Eligible' | 'Ineligible' | 'Unknown'
  readonly license: 'Assigned' | 'NotAssigned'
}

/** How Azure spells this machine's facts. */
export interface Quirks {
  readonly lowerCaseProvider: boolean
  readonly kbPrefix: boolean
  readonly rollupSpelling: 'UpdateRollup' | 'UpdateRollUp'
  readonly plainClassification: boolean
  readonly coreCountKey: 'logicalCoreCount' | 'logicalcoreCount'
  readonly withoutDetectedProperties: boolean
  readonly withoutHardwareProfile: boolean
  /** How the inventory writes the column `Computer`. */
  readonly computer: 'fqdn' | 'short' | 'lower'
  /** Log rows carry no resource id. */
  readonly withoutResourceId: boolean
}
