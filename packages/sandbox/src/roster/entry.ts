import type { OsKey } from '../catalog/os.ts'
import type { SiteKey } from '../sites.ts'

/** What a server is there for. */
export type Role = 'dc' | 'file' | 'app' | 'sql' | 'web' | 'print' | 'edge' | 'jump' | 'monitor' | 'update'

/** Where the Arc agent stands, or the power state of an Azure machine. */
export type Status = 'Connected' | 'Disconnected' | 'Expired' | 'Error' | 'VM running' | 'VM deallocated'

/** What someone decided about a server; everything else about it is drawn. */
export interface Entry {
  readonly name: string
  readonly site: SiteKey
  readonly os: OsKey
  readonly role: Role
  readonly cores: number
  readonly memoryGiB: number
  /** Connected (or running) when left out. */
  readonly status?: Status
  /** How long the status has lasted. */
  readonly statusHours?: number
  readonly agentVersion?: string
}
