import { stamp } from '../../clock.ts'
import { tenantId } from '../../estate.ts'
import type { Machine } from '../../machines/machine.ts'
import { placeOf, row, type ResourceRow } from '../rows.ts'
import { detectedProperties, hardwareProfile } from './detected.ts'
import { osProfile } from './os-profile.ts'

/** A machine connected through Azure Arc. */
export function arcMachine(machine: Machine): ResourceRow {
  return row({
    id: machine.id,
    name: machine.name,
    type: 'microsoft.hybridcompute/machines',
    kind: machine.site.platform,
    ...placeOf(machine),
    tags: machine.tags,
    identity: { type: 'SystemAssigned', principalId: machine.vmId, tenantId },
    properties: {
      ...names(machine),
      ...agent(machine),
      ...operatingSystem(machine),
      vmId: machine.vmId,
      vmUuid: machine.vmUuid,
      cloudMetadata: { provider: 'N/A' },
      ...detectedProperties(machine),
      ...hardwareProfile(machine),
      storageProfile: { disks: machine.disks.map(disk) },
      networkProfile: { networkInterfaces: machine.interfaces.map(networkInterface) },
      firmwareProfile: { serialNumber: machine.hardware.serialNumber, type: machine.model.firmware },
      licenseProfile: licenseProfile(machine),
      mssqlDiscovered: String(machine.sqlDiscovered),
      locationData: { name: machine.site.name, city: machine.site.city, countryOrRegion: machine.site.country },
      provisioningState: 'Succeeded',
    },
  })
}

function names({ displayName, computerName, domain }: Machine): object {
  const fqdn = domain === 'unknown' ? computerName : `${computerName}.${domain}`
  return {
    displayName,
    machineFqdn: fqdn,
    dnsFqdn: fqdn,
    adFqdn: domain === 'unknown' ? 'unknown' : fqdn,
    domainName: domain,
  }
}

function agent({
  agent: { status, statusReason, statusChangedAt, version, upgradesItself, error },
  os,
}: Machine): object {
  const service =
    os.family === 'windows'
      ? { status: 'Running', startupType: 'Automatic' }
      : { status: 'active', startupType: 'enabled' }
  return {
    status,
    ...(statusReason && { statusReason }),
    lastStatusChange: stamp(statusChangedAt),
    agentVersion: version,
    agentUpgrade: { enableAutomaticUpgrade: upgradesItself },
    agentConfiguration: {
      configMode: 'full',
      proxyUrl: '',
      incomingConnectionsPorts: [],
      extensionsEnabled: 'true',
      guestConfigurationEnabled: 'true',
    },
    serviceStatuses: { extensionService: service, guestConfigurationService: service },
    errorDetails: error ? [error] : [],
  }
}

function operatingSystem(machine: Machine): object {
  const { family, sku, edition, version } = machine.os
  return {
    osType: family,
    osName: family,
    osSku: sku,
    osEdition: edition,
    osVersion: version,
    osProfile: osProfile(machine),
  }
}

const disk = ({ path, name, sizeBytes, usedBytes }: Machine['disks'][number], index: number): object => ({
  path,
  name,
  diskType: 'Fixed',
  id: String(index),
  maxSizeInBytes: sizeBytes,
  usedSpaceInBytes: usedBytes,
})

const networkInterface = ({ name, mac, addresses }: Machine['interfaces'][number]): object => ({
  name,
  ...(mac && { macAddress: mac }),
  ipAddresses: addresses.map(({ address, version, prefix }) => ({
    address,
    ipAddressVersion: version,
    subnet: { addressPrefix: prefix },
  })),
})

function licenseProfile({ os, esu }: Machine): object {
  const esuProfile = {
    esuEligibility: esu.eligibility,
    esuKeyState: esu.license === 'Assigned' ? 'Active' : 'Inactive',
    licenseAssignmentState: esu.license,
    serverType: os.family === 'windows' ? os.edition.replace('Server', '') : 'Unknown',
  }
  if (os.family === 'linux') return { esuProfile }
  return {
    licenseStatus: 'Licensed',
    licenseChannel: 'Volume:MAK',
    softwareAssurance: { softwareAssuranceCustomer: os.sku.includes('Datacenter') },
    esuProfile,
  }
}
