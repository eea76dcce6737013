/** What a server, or the hypervisor under it, calls itself. */
export interface Model {
  readonly manufacturer: string
  readonly model: string
  readonly processor: string
  readonly firmware: 'BIOS' | 'UEFI'
}

const vmware7: Model = {
  manufacturer: 'VMware, Inc.',
  model: 'VMware7,1',
  processor: 'Intel(R) Xeon(R) Gold 6346 CPU @ 3.10GHz',
  firmware: 'UEFI',
}
const vmware20: Model = {
  manufacturer: 'VMware, Inc.',
  model: 'VMware20,1',
  processor: 'AMD EPYC 7543 32-Core Processor',
  firmware: 'UEFI',
}
const dell: Model = {
  manufacturer: 'Dell Inc.',
  model: 'PowerEdge R650',
  processor: 'Intel(R) Xeon(R) Silver 4314 CPU @ 2.40GHz',
  firmware: 'UEFI',
}
const hpe: Model = {
  manufacturer: 'HPE',
  model: 'ProLiant DL360 Gen10',
  processor: 'Intel(R) Xeon(R) Gold 6226R CPU @ 2.90GHz',
  firmware: 'BIOS',
}

/** A virtual machine on Hyper-V, on premises or in Azure. */
export const hyperV: Model = {
  manufacturer: 'Microsoft Corporation',
  model: 'Virtual Machine',
  processor: 'Intel(R) Xeon(R) Platinum 8370C CPU @ 2.80GHz',
  firmware: 'UEFI',
}

/** The models of a VMware site, where a few servers are still metal, with their weights. */
export const vmwareSite: readonly (readonly [Model, number])[] = [
  [vmware7, 30],
  [vmware20, 10],
  [dell, 5],
  [hpe, 3],
]
