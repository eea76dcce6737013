import { clock, hoursAfter } from '../clock.ts'
import type { Machine } from '../machines/machine.ts'
import { random } from '../random.ts'
import type { Installed, Span } from './installed.ts'

const apps = [
  { name: 'Microsoft Teams (user)', publisher: 'Microsoft Corporation', version: '25290.205.4069' },
  { name: 'Slack', publisher: 'Slack Technologies Inc.', version: '4.46.104' },
  { name: 'Postman x86_64 11.68.0', publisher: 'Postman', version: '11.68.0' },
]

/** Applications of single users on a jump server: they are seen only while the user is signed in. */
export function perUser(machine: Machine): readonly Installed[] {
  if (machine.role !== 'jump') return []
  const draw = random(0, machine.vmId, 'sessions')
  const late = draw.int(0, 40) / 60
  return apps.map(({ name, publisher, version }) => ({
    name,
    publisher,
    type: 'Application',
    architecture: 'x64',
    spans: sessions(late - machine.site.utcOffset, version),
    upgrade: 'pair',
  }))
}

/** Signed in from eight to noon and from one to half past five, local time, on working days. */
function sessions(shift: number, version: string): readonly Span[] {
  const today = new Date('2026-11-20T00:00:00Z')
  const days = Array.from({ length: 30 }, (_, age) => hoursAfter(today, (age - 29) * 24))
  const working = days.filter((day) => day.getUTCDay() % 6 !== 0)
  const spans = working.flatMap((day) => [
    { version, from: hoursAfter(day, 8 + shift), to: hoursAfter(day, 12 + shift) },
    { version, from: hoursAfter(day, 13 + shift), to: hoursAfter(day, 17.5 + shift) },
  ])
  return spans.filter(({ from }) => from < clock)
}
