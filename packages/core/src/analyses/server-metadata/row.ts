import { z } from 'zod'
import { flag, int, json, list, prose, real, shaped, text, time, word } from '../../columns.ts'
import { lifecycleAsOf, supportStates } from '../../lifecycle.ts'

const columns = {
  machineId: text('Lower-cased ARM id of the machine'),
  machineKind: text('arc or azure'),
  name: text('ARM name'),
  computerName: text('Host name that the operating system reports'),
  fqdn: text('Fully qualified domain name, lower case'),
  domain: text('Domain, lower case; empty when not joined'),
  osType: text('Windows, Linux or Unknown'),
  osName: text('Product name of the operating system'),
  osVersion: text('Version or kernel of the operating system'),
  osEdition: text('Edition of the operating system'),
  agentStatus: text('Status of the Arc agent, or power state of an Azure machine'),
  statusReason: text('Reason for the status, such as Cloned'),
  statusChangedAt: time('When the status last changed (not the last contact)'),
  agentVersion: text('Version of the Arc agent'),
  cloudProvider: text('Cloud that hosts the machine; empty when on premises'),
  hostKind: text('Platform behind Arc: VMware, HCI, AWS, GCP …'),
  manufacturer: text('Hardware manufacturer'),
  model: text('Hardware model'),
  serialNumber: text('Hardware serial number'),
  processor: text('Processor name'),
  vmSize: text('Size of an Azure machine; its cores and memory are not in Resource Graph'),
  sockets: int('Processor sockets'),
  physicalCores: int('Physical cores'),
  logicalCores: int('Logical processors'),
  memoryGiB: real('Physical memory', 'GiB'),
  sqlDiscovered: flag('Whether SQL Server was found on the machine'),
  licenseStatus: text('Windows licence status'),
  softwareAssurance: flag('Whether Software Assurance is attested'),
  esuEligibility: text('Eligible, Ineligible or Unknown for Extended Security Updates'),
  esuKeyState: text('State of the Extended Security Updates key'),
  esuLicense: text('Assigned or NotAssigned: licence for Extended Security Updates'),
  patchAssessmentMode: text('AutomaticByPlatform (assessed daily) or ImageDefault'),
  location: text('Azure region'),
  resourceGroup: text('Resource group, lower case'),
  subscriptionId: text('Subscription id'),
  tags: prose(json('Tags of the resource')),
}

/** What the store holds about a server. */
export const storedServer = z.object({
  ...columns,
  networkInterfaces: json('Network interfaces with addresses, from Arc'),
  azureAddresses: json('Private addresses of an Azure machine'),
  azureSubnets: json('Subnet ids of an Azure machine'),
  disks: json('Disks, from Arc'),
  failedExtensions: json('Names of the extensions whose installation failed'),
})

/** One server. */
export const server = z.object({
  ...columns,
  support: word(supportStates, 'Whether the operating system still gets security updates'),
  supportEndsOn: text(
    `Last day of security updates for all, yyyy-mm-dd, as published on ${lifecycleAsOf}; empty when unknown`,
  ),
  ipAddresses: list('Addresses of the server'),
  subnets: list('Prefixes of the Arc addresses, network/subnet of the Azure ones'),
  internalIpAddresses: list('Loopback, link-local, container and point-to-point addresses'),
  disks: shaped(
    z.array(z.object({ path: z.string(), sizeGiB: z.number(), usedPercent: z.number().nullable() })),
    'Fixed disks: path, size in GiB, used share in percent',
  ),
  failedExtensions: list('Extensions whose installation failed'),
})

export const extension = z.object({
  extensionId: text('Lower-cased ARM id of the extension'),
  machineId: text('Lower-cased ARM id of its machine'),
  machine: text('ARM name of its machine'),
  extension: text('Name of the extension'),
  publisher: text('Publisher'),
  extensionType: text('Type of the extension'),
  version: text('Installed version'),
  state: text('Provisioning state'),
  autoUpgrade: flag('Whether it upgrades by itself'),
  message: prose(text('Last message of the extension')),
})

export type StoredServer = z.output<typeof storedServer>
export type Server = z.output<typeof server>
