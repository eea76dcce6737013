import type { Machine } from '../../machines/machine.ts'

/** What the agent detected, every value as text; nothing for a machine that has only just been connected. */
export function detectedProperties({ hardware, model, os, sqlDiscovered, quirks }: Machine): object {
  if (quirks.withoutDetectedProperties) return {}
  const { sockets, physicalCores, logicalCores, memoryBytes, serialNumber } = hardware
  return {
    detectedProperties: {
      architecture: os.family === 'windows' ? 'x64' : 'amd64',
      cloudprovider: 'N/A',
      coreCount: String(physicalCores),
      [quirks.coreCountKey]: String(logicalCores),
      processorCount: String(sockets),
      processorNames: model.processor,
      manufacturer: model.manufacturer,
      model: model.model,
      serialNumber,
      productType: os.family === 'windows' ? '7' : 'unknown',
      totalPhysicalMemoryInBytes: String(memoryBytes),
      totalPhysicalMemoryInGigabytes: String(Math.floor(memoryBytes / 2 ** 30)),
      mssqldiscovered: String(sqlDiscovered),
      mysqldiscovered: 'false',
      pgsqldiscovered: 'false',
      vmuuidEsu2012: '',
    },
  }
}

/** The same facts as numbers, which old agents do not send. */
export function hardwareProfile({ hardware, model, quirks }: Machine): object {
  if (quirks.withoutHardwareProfile) return {}
  const { sockets, physicalCores, memoryBytes } = hardware
  return {
    hardwareProfile: {
      totalPhysicalMemoryInBytes: memoryBytes,
      numberOfCpuSockets: sockets,
      processors: Array.from({ length: sockets }, () => ({
        name: model.processor,
        numberOfCores: physicalCores / sockets,
      })),
    },
  }
}
