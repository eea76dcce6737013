import { subMilliseconds } from 'date-fns/subMilliseconds'
import { z } from 'zod'
import { defineAnalysis } from '../../analysis.ts'
import { filters, span, tagOf, texts, words } from '../../input.ts'
import { kqlFile } from '../../kql/file.ts'
import { resourceGraph } from '../../kql/query.ts'
import * as rights from '../../rights.ts'
import { daysBetween, parseSpan } from '../../time.ts'
import { defineView, plainView } from '../../view.ts'
import { coverageOf, states } from './coverage.ts'
import { findingsAbout } from './findings.ts'
import { assessedMachine, assignment, machine, oldestPatch, patch, run } from './row.ts'
import { summarize } from './summary.ts'

const oldest = resourceGraph('oldest', kqlFile(import.meta.url, 'oldest.kql'), oldestPatch)

const runs = plainView({
  description: 'A patch installation run on a server, of the last 30 days',
  query: resourceGraph('runs', kqlFile(import.meta.url, 'runs.kql'), run),
  brief: ['machine', 'startedAt', 'status', 'installed', 'failed', 'pending', 'windowExceeded', 'rebootStatus'],
})

const schedules = plainView({
  description: 'The assignment of a server to a maintenance schedule',
  query: resourceGraph('schedules', kqlFile(import.meta.url, 'schedules.kql'), assignment),
  brief: ['machine', 'schedule', 'recurEvery', 'startAtLocal', 'duration', 'timeZone', 'reboot'],
})

const patches = plainView({
  description: 'A patch that a server is missing',
  query: resourceGraph('patches', kqlFile(import.meta.url, 'patches.kql'), patch),
  brief: ['machine', 'patchName', 'classification', 'severity', 'ageDays', 'rebootBehavior'],
})

const machines = defineView({
  description: 'A server with its patching level',
  query: resourceGraph('machines', kqlFile(import.meta.url, 'machines.kql'), assessedMachine),
  row: machine,
  brief: [
    'name',
    'osName',
    'compliance',
    'critical',
    'security',
    'oldestSecurityDays',
    'rebootPending',
    'assessedAt',
    'schedule',
  ],
  shape(assessed, facts) {
    const { machineId } = assessed
    const [lastRun, oldestMissing] = [
      facts.find(runs.query, 'machineId', machineId),
      facts.find(oldest, 'machineId', machineId),
    ]
    return {
      ...assessed,
      oldestSecurityDays: daysBetween(oldestMissing?.oldestSecurityPatchAt ?? null, facts.asOf),
      lastRunAt: lastRun?.startedAt ?? null,
      lastRunStatus: lastRun?.status ?? '',
      lastRunFailed: lastRun?.failed ?? null,
      lastRunWindowExceeded: lastRun?.windowExceeded ?? null,
      schedule: facts.find(schedules.query, 'machineId', machineId)?.schedule ?? '',
    }
  },
})

const complianceStates = [
  'NotAssessed',
  'InProgress',
  'AssessmentFailed',
  'Stale',
  'NonCompliant',
  'RebootPending',
  'UpdatesAvailable',
  'Compliant',
] as const
const classifications = [
  'Critical',
  'Security',
  'UpdateRollup',
  'FeaturePack',
  'ServicePack',
  'Definition',
  'Tools',
  'Updates',
  'Other',
] as const

export default defineAnalysis({
  id: 'patching-level',
  title: 'Patching level',
  description:
    'Show which servers lack which patches, how old and how severe these are, and which servers were never assessed. Use this when someone asks whether servers are patched, or about missing updates, KBs, patch compliance, pending restarts (reboots), failed patch runs or maintenance windows.',
  engine: 'resource-graph',
  rights: [...rights.machines, ...rights.patching],
  keeps:
    'Assessments of the last 7 days, daily where periodic assessment is on and on demand elsewhere; installation runs of the last 30 days.',
  input: z.strictObject({
    ...filters,
    compliance: words(complianceStates, 'Only servers in these states'),
    staleAfter: span('An assessment older than this says nothing any more', '2d'),
    classifications: words(classifications, 'Patches view: only these classes'),
    severities: words(
      ['Critical', 'Important', 'Moderate', 'Low'],
      'Patches view: only these MSRC severities (Windows)',
    ),
    kbs: texts('Patches view: only these KB numbers, such as KB5031364'),
    minAge: span('Patches view: only patches published at least this long ago; those without a date stay', '0d'),
    includeDefinitions: z.boolean().default(false).describe('Patches view: with antivirus definitions'),
  }),
  parameters: ({ tag, compliance, staleAfter, minAge, kbs, ...input }, { asOf, machineIds }) => ({
    ...input,
    ...tagOf(tag),
    machineIds,
    complianceStates: compliance,
    kbs: kbs.map((kb) => `KB${kb.replace(/^kb/i, '')}`),
    staleBefore: subMilliseconds(asOf, parseSpan(staleAfter)),
    publishedBefore: subMilliseconds(asOf, parseSpan(minAge)),
    asOf,
  }),
  facts: [oldest, runs.query, schedules.query],
  views: { machines, patches, runs, schedules },
  main: 'machines',
  states,
  coverage: (rows) => rows.map(coverageOf),
  findings: findingsAbout,
  summarize,
  examples: [
    { title: 'All servers', input: {} },
    {
      title: 'Windows servers that lack critical or security patches',
      input: { osTypes: ['Windows'], compliance: ['NonCompliant'] },
    },
    {
      title: 'Servers whose patches nobody knows',
      input: { compliance: ['NotAssessed', 'AssessmentFailed', 'Stale'] },
    },
  ],
})
