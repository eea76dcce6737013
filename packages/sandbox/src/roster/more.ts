import type { OsKey } from '../catalog/os.ts'
import { random } from '../random.ts'
import { sites, type SiteKey } from '../sites.ts'
import type { Entry, Role, Status } from './entry.ts'

const siteWeights: readonly (readonly [SiteKey, number])[] = [
  ['north', 14],
  ['south', 12],
  ['headquarters', 18],
  ['east', 6],
  ['azure', 10],
]

const osWeights: readonly (readonly [OsKey, number])[] = [
  ['ws2012r2', 3],
  ['ws2016', 9],
  ['ws2019', 14],
  ['ws2022', 16],
  ['ws2025', 5],
  ['ubuntu22', 4],
  ['ubuntu24', 5],
  ['rhel8', 2],
  ['rhel9', 2],
]

const roleWeights: readonly (readonly [Role, number])[] = [
  ['app', 40],
  ['sql', 25],
  ['web', 15],
  ['file', 8],
  ['dc', 6],
  ['jump', 3],
  ['print', 3],
]

const sizeWeights: readonly (readonly [readonly [cores: number, memoryGiB: number], number])[] = [
  [[2, 4], 6],
  [[2, 8], 6],
  [[4, 8], 12],
  [[4, 16], 14],
  [[8, 16], 6],
  [[8, 32], 10],
  [[16, 64], 4],
  [[32, 128], 2],
]

const arcStatusWeights: readonly (readonly [Status, number])[] = [
  ['Connected', 43],
  ['Disconnected', 4],
  ['Expired', 2],
  ['Error', 1],
]

const statusHours: Record<Status, readonly [from: number, to: number]> = {
  Connected: [1, 2160],
  Disconnected: [1, 960],
  Expired: [1104, 4800],
  Error: [1, 240],
  'VM running': [1, 2160],
  'VM deallocated': [1, 960],
}

/** The server at a place beyond the named ones. */
export function another(index: number, seed: number): Entry {
  const draw = random(seed, 'roster', index)
  const site = draw.weighted(siteWeights)
  const os = draw.weighted(osWeights)
  const isLinux = os.startsWith('ubuntu') || os.startsWith('rhel')
  const role = isLinux ? draw.pick<Role>(['edge', 'app', 'web', 'monitor']) : draw.weighted(roleWeights)
  const [cores, memoryGiB] = draw.weighted(sizeWeights)
  const status: Status =
    site === 'azure' ? (draw.chance(0.9) ? 'VM running' : 'VM deallocated') : draw.weighted(arcStatusWeights)
  const name = `${sites[site].code}-${role}${String(index + 1).padStart(4, '0')}`
  return {
    name: isLinux || site === 'azure' ? name.toLowerCase() : name.toUpperCase(),
    site,
    os,
    role,
    cores,
    memoryGiB,
    status,
    statusHours: draw.logarithmic(...statusHours[status]),
  }
}
