import type { Figure } from '../../answer.ts'
import { countOf, counted, enumerated, verb } from '../../wording.ts'
import { isAssessed } from './coverage.ts'
import type { Machine } from './row.ts'

export function summarize(machines: readonly Machine[]): { headline: string; figures: Figure[] } {
  const is = (compliance: string) => countOf(machines, (machine) => machine.compliance === compliance)
  const assessed = countOf(machines, isAssessed)
  const [lacking, restarts, unknown] = [
    is('NonCompliant'),
    countOf(machines, ({ rebootPending }) => rebootPending === true),
    machines.length - assessed,
  ]
  const oldest = Math.max(-1, ...machines.map(({ oldestSecurityDays }) => oldestSecurityDays ?? -1))
  const troubles = [
    ...(lacking ? [`${lacking} of them ${verb(lacking, 'lacks', 'lack')} critical or security patches`] : []),
    ...(restarts ? [`${restarts} ${verb(restarts, 'waits', 'wait')} for a restart`] : []),
  ]
  const judged = enumerated(troubles) || (assessed ? 'none of them lacks a security patch' : '')
  const age = oldest >= 0 ? ` The oldest missing security patch has been out for ${counted(oldest, 'day')}.` : ''
  return {
    headline: `${assessed} of ${counted(machines.length, 'server')} were assessed recently${judged && `; ${judged}`}.${unknown ? ` Nobody knows the patches of the other ${unknown === 1 ? 'one' : unknown}.` : ''}${age}`,
    figures: [
      { label: 'Servers', value: machines.length },
      {
        label: 'Assessed recently',
        value: machines.length ? Math.round((100 * assessed) / machines.length) : null,
        unit: '%',
      },
      { label: 'Critical or security missing', value: lacking },
      { label: 'Restart pending', value: restarts },
      { label: 'Other updates available', value: is('UpdatesAvailable') },
      { label: 'Compliant', value: is('Compliant') },
      { label: 'Never assessed or lapsed', value: is('NotAssessed') },
      { label: 'Assessment failed', value: is('AssessmentFailed') },
      { label: 'Assessment stale', value: is('Stale') },
      { label: 'Oldest missing security patch', value: oldest >= 0 ? oldest : null, unit: 'days' },
    ],
  }
}
