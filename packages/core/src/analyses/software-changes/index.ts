import { min } from 'date-fns/min'
import { subMilliseconds } from 'date-fns/subMilliseconds'
import { z } from 'zod'
import { defineAnalysis } from '../../analysis.ts'
import { placed } from '../../directory.ts'
import type { Facts } from '../../facts.ts'
import { filters, span, window, words } from '../../input.ts'
import { kqlFile } from '../../kql/file.ts'
import { logAnalytics } from '../../kql/query.ts'
import * as rights from '../../rights.ts'
import { parseSpan, windowOf } from '../../time.ts'
import { defineView } from '../../view.ts'
import { coverageOf, states } from './coverage.ts'
import { findingsAbout } from './findings.ts'
import { change, changedService, reinstall, report, storedChange, storedReinstall, storedServiceChange } from './row.ts'
import { summarize } from './summary.ts'

const reports = logAnalytics('reports', kqlFile(import.meta.url, 'reports.kql'), report)

const changes = defineView({
  description: 'A change of software on a machine, newest first; a removal and an addition close together are one',
  query: logAnalytics('changes', kqlFile(import.meta.url, 'changes.kql'), storedChange),
  row: change,
  brief: ['changedAt', 'machine', 'change', 'software', 'previousVersion', 'currentVersion', 'softwareType'],
  shape: (row, { directory }) => placed(row, directory),
})

const services = defineView({
  description: 'A change of a Windows service or a Linux daemon, newest first',
  query: logAnalytics('services', kqlFile(import.meta.url, 'services.kql'), storedServiceChange),
  row: changedService,
  brief: ['changedAt', 'machine', 'change', 'service', 'fieldsChanged', 'previousState', 'state'],
  shape: (row, { directory }) => placed(row, directory),
})

const reinstalls = defineView({
  description: 'A software version that was removed from a machine and came back unchanged, however often',
  query: logAnalytics('reinstalls', kqlFile(import.meta.url, 'reinstalls.kql'), storedReinstall),
  row: reinstall,
  brief: ['machine', 'software', 'version', 'timesBack', 'firstAt', 'lastAt', 'isThere'],
  shape: (row, { directory }) => placed(row, directory),
})

/** An inventory comes every 10 hours and can take 6 to arrive; a machine that sent none for days has no change tracking. */
const [inventoryWithin, inventoryFrom] = [parseSpan('16h'), parseSpan('3d')]

const knownFrom = (facts: Facts) => ({
  directory: facts.directory,
  isCollected: facts.isCollected(changes.query) && facts.isCollected(reports),
})

export default defineAnalysis({
  id: 'software-changes',
  title: 'Software changes',
  description:
    'Show what changed in the software of the machines, newest first: installed, removed or upgraded; the view `services` shows what changed in services and daemons. Use this when someone asks what changed before an incident or outage, when software or an update was installed or uninstalled, what was removed recently, or which machines were upgraded.',
  engine: 'log-analytics',
  rights: [...rights.machines, ...rights.logs('ConfigurationData', 'ConfigurationChange')],
  keeps: 'All changes that the workspace still keeps, up to 6 hours late.',
  input: z.strictObject({
    ...filters,
    ...window('7d'),
    software: z
      .string()
      .default('')
      .describe('Part of the name: only software whose name contains this, such as Chrome'),
    publisher: z.string().default('').describe('Only software whose publisher contains this, such as Oracle'),
    softwareTypes: words(['Application', 'Package', 'Update'], 'Windows applications, Linux packages, Windows updates'),
    changes: words(['Added', 'Removed', 'Upgraded', 'Modified', 'Reinstalled'], 'Only these kinds of change'),
    pairWindow: span('A removal and an addition of one product no further apart than this are one change', '6h'),
    includeReinstalls: z
      .boolean()
      .default(false)
      .describe("With software that is removed and comes back unchanged, as at a user's sign-in"),
    services: z.string().default('').describe('Services view: only services whose name contains this'),
    serviceFields: words(
      ['SvcState', 'SvcStartupType', 'SvcAccount', 'SvcPath', 'SvcController', 'SvcRunlevels'],
      'Services view: only changes of these fields',
    ),
    includeRunlevels: z
      .boolean()
      .default(false)
      .describe('Services view: with changes of the run levels of daemons, most of which are none'),
  }),
  window(input, asOf) {
    const { from, to } = windowOf(input, asOf)
    return { from: min([from, subMilliseconds(to, inventoryFrom)]), to }
  },
  parameters: (input, { asOf, machineIds, window: { to } }) => ({
    fromTime: windowOf(input, asOf).from,
    toTime: to,
    reportedFrom: subMilliseconds(to, inventoryFrom),
    currentSince: subMilliseconds(to, inventoryWithin),
    machineIds,
    softwareTypes: input.softwareTypes,
    nameContains: input.software,
    publisherContains: input.publisher,
    changeKinds: input.changes,
    pairWindow: input.pairWindow,
    includeReinstalls: input.includeReinstalls || input.changes.includes('Reinstalled'),
    serviceContains: input.services,
    serviceFields: input.serviceFields,
    includeRunlevels: input.includeRunlevels || input.serviceFields.includes('SvcRunlevels'),
  }),
  facts: [reports, reinstalls.query],
  views: { changes, services, reinstalls },
  main: 'changes',
  states,
  coverage: (rows, facts) => coverageOf(rows, facts.of(reports), knownFrom(facts)),
  findings: findingsAbout,
  summarize: (rows, facts) => summarize(rows, facts.of(reports), facts.of(reinstalls.query), knownFrom(facts)),
  examples: [
    { title: 'What changed since yesterday', input: { timespan: '1d' } },
    { title: 'What changed on two machines in a week', input: { machines: ['UTR-SQLERP01', 'UTR-JMP01'] } },
    {
      title: 'Applications removed in a month',
      input: { timespan: '30d', softwareTypes: ['Application'], changes: ['Removed'] },
    },
    {
      title: 'Windows updates installed since Patch Tuesday',
      input: { since: '2026-11-10', softwareTypes: ['Update'] },
    },
  ],
})
