import type { Figure } from '../../answer.ts'
import { countOf, counted, enumerated, verb } from '../../wording.ts'
import { isSilent } from './coverage.ts'
import type { Server } from './row.ts'

export function summarize(servers: readonly Server[]): { headline: string; figures: Figure[] } {
  const arc = countOf(servers, ({ machineKind }) => machineKind === 'arc')
  const silent = countOf(servers, isSilent)
  const ended = countOf(servers, ({ support }) => support === 'Ended')
  const ending = countOf(servers, ({ support }) => support === 'EndsSoon')
  const troubles = [
    ...(silent ? [`${silent} ${verb(silent, 'does', 'do')} not report`] : []),
    ...(ended ? [`${ended} ${verb(ended, 'runs', 'run')} an operating system out of support`] : []),
    ...(ending ? [`${ending} will be out of support within six months`] : []),
  ]
  return {
    headline: `${counted(servers.length, 'server')}, ${arc} through Azure Arc and ${servers.length - arc} in Azure: ${enumerated(troubles) || 'all report and are supported'}.`,
    figures: [
      { label: 'Servers', value: servers.length },
      { label: 'Through Azure Arc', value: arc },
      { label: 'In Azure', value: servers.length - arc },
      { label: 'Windows', value: countOf(servers, ({ osType }) => osType === 'Windows') },
      { label: 'Linux', value: countOf(servers, ({ osType }) => osType === 'Linux') },
      { label: 'Not reporting', value: silent },
      { label: 'Out of support', value: ended },
      { label: 'Support ends within 6 months', value: ending },
      { label: 'Logical processors (Arc)', value: sum(servers, ({ logicalCores }) => logicalCores) },
      { label: 'Memory (Arc)', value: Math.round(sum(servers, ({ memoryGiB }) => memoryGiB)), unit: 'GiB' },
    ],
  }
}

const sum = (servers: readonly Server[], of: (server: Server) => number | null): number =>
  servers.reduce((total, server) => total + (of(server) ?? 0), 0)
