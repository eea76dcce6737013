import { hyperV, vmwareSite, type Model } from '../catalog/hardware.ts'
import type { Os } from '../catalog/os.ts'
import type { Random } from '../random.ts'
import type { Entry } from '../roster/entry.ts'
import type { Site } from '../sites.ts'
import type { SqlInstance } from './sql.ts'

const gib = 2 ** 30

/** Processors, memory and the numbers on the case. */
export interface Hardware {
  readonly sockets: number
  readonly physicalCores: number
  readonly logicalCores: number
  /** A little below the nominal size, as the system sees it. */
  readonly memoryBytes: number
  readonly serialNumber: string
}

/** A file system. */
export interface Disk {
  /** `C:/` or a mount point. */
  readonly path: string
  readonly name: string
  readonly sizeBytes: number
  readonly usedBytes: number
}

/** Where a file system is mounted, as its metrics say: `C:` or a path. */
export const mountOf = (disk: Disk | undefined): string => disk?.path.replace(':/', ':') ?? ''

/** The hardware model of a machine: mostly VMware in the plants and the head office, Hyper-V elsewhere. */
export const hardwareModel = (site: Site, draw: Random): Model =>
  site.platform === 'VMware' ? draw.weighted(vmwareSite) : hyperV

/** The hardware of a machine of a given size. */
export function hardware({ cores, memoryGiB }: Entry, model: Model, draw: Random): Hardware {
  const isMetal = model.manufacturer === 'Dell Inc.' || model.manufacturer === 'HPE'
  const reserved = draw.int(64, 190) * memoryGiB * 65536
  return {
    sockets: cores >= 16 ? 2 : 1,
    physicalCores: isMetal ? cores / 2 : cores,
    logicalCores: cores,
    memoryBytes: memoryGiB * gib - reserved,
    serialNumber: serialNumber(model, draw),
  }
}

/** The file systems of a machine; the data disk of a SQL Server holds its databases. */
export function disks(os: Os, sql: readonly SqlInstance[], draw: Random): readonly Disk[] {
  const disk = (path: string, name: string, sizeGiB: number): Disk => {
    const sizeBytes = sizeGiB * gib - 4096 * draw.int(1, 500)
    return { path, name, sizeBytes, usedBytes: Math.floor(sizeBytes * (0.4 + 0.48 * draw.next())) }
  }
  if (os.family === 'linux')
    return [disk('/', 'sda2', draw.pick([30, 60, 120])), disk('/var', 'sda3', draw.pick([40, 80, 200]))]
  const system = disk('C:/', 'Windows', draw.pick([80, 100, 127]))
  const databaseGiB = sql.flatMap(({ databases }) => databases).reduce((sum, { sizeMB }) => sum + sizeMB, 0) / 1024
  if (databaseGiB === 0) return draw.chance(0.5) ? [system, disk('D:/', 'Data', draw.pick([100, 200, 500]))] : [system]
  const dataGiB = Math.max(64, Math.ceil((databaseGiB * 1.25) / 64) * 64)
  const sizeBytes = dataGiB * gib - 1_048_576
  const usedBytes = Math.min(sizeBytes, Math.floor((databaseGiB + 6) * gib))
  return [system, { path: 'E:/', name: 'SQLData', sizeBytes, usedBytes }]
}

function serialNumber({ manufacturer, model }: Model, draw: Random): string {
  if (manufacturer.startsWith('VMware')) return `VMware-${draw.hex(32).replace(/(..)(?=.)/g, '$1 ')}`
  if (model === 'Virtual Machine')
    return Array.from({ length: 6 }, () => draw.int(1000, 9999)).join('-') + `-${draw.int(10, 99)}`
  return draw.hex(7).toUpperCase()
}
