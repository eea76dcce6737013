import { random } from '../random.ts'
import type { Patch } from './patch.ts'

/** A Windows update: a security update that may ask for a reboot, unless told otherwise. */
export function windowsPatch(line: string, title: string, kb: number, rest: Partial<Patch>): Patch {
  const name = `${title} (KB${kb})`
  return {
    id: random(0, 'update', name).guid(),
    line,
    name,
    kb: String(kb),
    version: '',
    classification: 'Security',
    severity: null,
    reboot: 'CanRequestReboot',
    publishedAt: null,
    ...rest,
  }
}
