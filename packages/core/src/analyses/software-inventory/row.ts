import { z } from 'zod'
import { flag, list, long, prose, text, time } from '../../columns.ts'

const machineId = text('Lower-cased ARM id of the machine; `computer:` and its name where the log has no id')
const computer = text('Name that the log has for the machine')
const machine = text('ARM name of the machine; the name in the log where it is not known')
const site = text('Site of the machine; empty when unknown')

const installation = {
  software: text('Name of the software'),
  version: text('Version; Windows updates have none'),
  publisher: text('Publisher'),
  softwareType: text('Application (Windows), Package (Linux) or Update'),
  architecture: text('Processor architectures, such as x64; empty until the first inventory after an installation'),
  description: prose(text('Description of a Linux package')),
  seenAt: time('When it was last seen or recorded as added'),
  reportedAt: time('Newest inventory of the machine'),
}

/** What the store holds about an installed version. */
export const storedInstallation = z.object({
  softwareId: text('What the row is: machine, type, name and version'),
  machineId,
  computer,
  ...installation,
})

/** One software version on one machine. */
export const installed = z.object({
  softwareId: storedInstallation.shape.softwareId,
  machineId,
  machine,
  site,
  ...installation,
})

const product = {
  productId: text('What the row is: name, version and type'),
  software: text('Name of the software'),
  version: text('Version; Windows updates have none'),
  publisher: text('Publisher'),
  softwareType: text('Application (Windows), Package (Linux) or Update'),
  machineCount: long('Machines on which this version is installed'),
}

/** What the store holds about a version in the fleet. */
export const storedProduct = z.object({ ...product, installedOn: list('Ids of these machines') })

/** One software version in the fleet. */
export const productInFleet = z.object({
  ...product,
  machines: list('Names of these machines'),
  sites: list('Sites of these machines'),
})

const report = {
  reportedAt: time('Newest inventory'),
  isCurrent: flag('Whether that inventory is recent enough to tell what is installed now'),
  applications: long('Windows applications in it; at 250 the collection ends'),
  packages: long('Linux packages in it; at 1,250 the collection ends'),
  updates: long('Windows updates in it'),
}

/** What the store holds about a machine that reports. */
export const storedReport = z.object({ machineId, computer, ...report })

/** One machine that reports its software. */
export const reportingMachine = z.object({ machineId, machine, site, ...report })

export type Installed = z.output<typeof installed>
export type StoredProduct = z.output<typeof storedProduct>
export type ProductInFleet = z.output<typeof productInFleet>
export type Report = z.output<typeof storedReport>
