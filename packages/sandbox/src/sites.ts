import { subscriptions, type Subscription } from './estate.ts'

/** A place with servers, the people who run it, and when they patch. */
export interface Site {
  readonly name: string
  /** Leads the names of its machines. */
  readonly code: string
  readonly city: string
  readonly district: string
  readonly country: string
  readonly platform: 'VMware' | 'HCI' | 'azure'
  readonly subscription: Subscription
  /** In the provider's spelling; Resource Graph's column is lower case. */
  readonly resourceGroup: string
  /** The Azure region that keeps the resources. */
  readonly region: string
  readonly domain: string
  /** First two numbers of its IPv4 addresses. */
  readonly network: string
  /** Hours that its winter time is ahead of UTC. */
  readonly utcOffset: number
  readonly schedule: Schedule
}

/** A maintenance schedule: its windows so far, newest first. */
export interface Schedule {
  readonly name: string
  readonly recurEvery: string
  /** Local to the time zone. */
  readonly firstStart: string
  readonly duration: string
  readonly timeZone: string
  readonly reboot: 'Always' | 'IfRequired' | 'Never'
  /** False when no machine is assigned any more. */
  readonly assigned: boolean
  readonly windows: readonly Date[]
}

const startedAt = (...starts: readonly string[]): readonly Date[] => starts.map((start) => new Date(`${start}:00Z`))

/** The key of a site. */
export type SiteKey = 'north' | 'south' | 'headquarters' | 'east' | 'azure'

/** The five sites of Northwind. */
export const sites: Readonly<Record<SiteKey, Site>> = {
  north: {
    name: 'Plant-North',
    code: 'TRD',
    city: 'Trondheim',
    district: 'Trondelag',
    country: 'Norway',
    platform: 'VMware',
    subscription: subscriptions.plants,
    resourceGroup: 'RG-Plant-North',
    region: 'northeurope',
    domain: 'northwind.example',
    network: '10.20',
    utcOffset: 1,
    schedule: {
      name: 'mc-plant-north-monthly',
      recurEvery: 'Month Second Saturday',
      firstStart: '2025-01-11 22:00',
      duration: '03:30',
      timeZone: 'W. Europe Standard Time',
      reboot: 'IfRequired',
      assigned: true,
      windows: startedAt('2026-11-14T21:00', '2026-10-10T20:00', '2026-09-12T20:00'),
    },
  },
  south: {
    name: 'Plant-South',
    code: 'OPO',
    city: 'Porto',
    district: 'Norte',
    country: 'Portugal',
    platform: 'VMware',
    subscription: subscriptions.plants,
    resourceGroup: 'RG-Plant-South',
    region: 'westeurope',
    domain: 'northwind.example',
    network: '10.30',
    utcOffset: 0,
    schedule: {
      name: 'mc-plant-south-monthly',
      recurEvery: 'Month Second Saturday',
      firstStart: '2025-01-11 22:00',
      duration: '03:30',
      timeZone: 'GMT Standard Time',
      reboot: 'IfRequired',
      assigned: false,
      windows: startedAt('2026-09-12T21:00', '2026-08-15T21:00'),
    },
  },
  headquarters: {
    name: 'HQ',
    code: 'UTR',
    city: 'Utrecht',
    district: 'Utrecht',
    country: 'Netherlands',
    platform: 'VMware',
    subscription: subscriptions.office,
    resourceGroup: 'rg-hq-servers',
    region: 'westeurope',
    domain: 'northwind.example',
    network: '10.10',
    utcOffset: 1,
    schedule: {
      name: 'mc-hq-servers',
      recurEvery: 'Month Fourth Saturday',
      firstStart: '2025-01-25 20:00',
      duration: '03:55',
      timeZone: 'W. Europe Standard Time',
      reboot: 'IfRequired',
      assigned: true,
      windows: startedAt('2026-10-24T18:00', '2026-09-26T18:00'),
    },
  },
  east: {
    name: 'Branch-East',
    code: 'GDN',
    city: 'Gdansk',
    district: 'Pomorskie',
    country: 'Poland',
    platform: 'HCI',
    subscription: subscriptions.office,
    resourceGroup: 'rg-branches',
    region: 'westeurope',
    domain: 'fabrikam.example',
    network: '10.40',
    utcOffset: 1,
    schedule: {
      name: 'mc-branches',
      recurEvery: 'Month Last Sunday',
      firstStart: '2025-01-26 03:00',
      duration: '02:00',
      timeZone: 'Central European Standard Time',
      reboot: 'Always',
      assigned: true,
      windows: startedAt('2026-10-25T02:00', '2026-09-27T01:00'),
    },
  },
  azure: {
    name: 'Azure-West-Europe',
    code: 'weu',
    city: '',
    district: '',
    country: '',
    platform: 'azure',
    subscription: subscriptions.azure,
    resourceGroup: 'rg-workloads-weu',
    region: 'westeurope',
    domain: 'northwind.example',
    network: '10.60',
    utcOffset: 1,
    schedule: {
      name: 'mc-azure-weekly',
      recurEvery: 'Week Wednesday',
      firstStart: '2025-01-08 23:00',
      duration: '02:00',
      timeZone: 'UTC',
      reboot: 'IfRequired',
      assigned: true,
      windows: startedAt(
        '2026-11-18T23:00',
        '2026-11-11T23:00',
        '2026-11-04T23:00',
        '2026-10-28T23:00',
        '2026-10-21T23:00',
      ),
    },
  },
}
