import type { Patch } from './patch.ts'
import { windowsPatch } from './windows-patch.ts'

const quarterDay = 6 * 3_600_000
const first = Date.parse('2026-08-01T02:00:00Z')
const known = new Map<number, Patch>()

/** The newest Defender definitions at a moment: there are new ones four times a day. */
export function definitionsAt(moment: Date): Patch {
  const edition = Math.floor((moment.getTime() - first) / quarterDay)
  const found = known.get(edition) ?? definitions(edition)
  known.set(edition, found)
  return found
}

function definitions(edition: number): Patch {
  const version = `1.${441 + Math.floor(edition / 200)}.${edition % 200}.0`
  const title = `Security Intelligence Update for Microsoft Defender Antivirus - KB2267602 (Version ${version})`
  return {
    ...windowsPatch('definitions', title, 2267602, {
      classification: 'Definition',
      reboot: 'NeverReboots',
      publishedAt: new Date(first + edition * quarterDay),
    }),
    name: `${title} - Current Channel (Broad)`,
  }
}
