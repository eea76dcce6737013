import { z } from 'zod'
import { defineAnalysis } from '../../analysis.ts'
import { placed } from '../../directory.ts'
import type { Facts } from '../../facts.ts'
import { filters, texts, window, words } from '../../input.ts'
import { kqlFile } from '../../kql/file.ts'
import { logAnalytics, resourceGraph } from '../../kql/query.ts'
import * as rights from '../../rights.ts'
import { windowOf } from '../../time.ts'
import { defineView } from '../../view.ts'
import { entryOf, estateOf, type Instance, states } from './coverage.ts'
import { findingsAbout } from './findings.ts'
import { finding, knownInstance, run, storedFinding, storedRun } from './row.ts'
import { summarize } from './summary.ts'

const instances = resourceGraph('instances', kqlFile(import.meta.url, 'instances.kql'), knownInstance)

const runs = defineView({
  description: 'A run of the assessment on an instance, with counts; the newest first for each instance',
  query: logAnalytics('runs', kqlFile(import.meta.url, 'runs.kql'), storedRun, { batch: 400 }),
  row: run,
  brief: ['machine', 'instance', 'runAt', 'isNewest', 'checks', 'passed', 'high', 'medium', 'low', 'unreadable'],
  shape: (stored, { directory }) => placed(stored, directory),
})

const findings = defineView({
  description: 'A rule that an instance breaks by its newest run, or no longer breaks since the run before',
  query: logAnalytics('findings', kqlFile(import.meta.url, 'findings.kql'), storedFinding, { batch: 400 }),
  row: finding,
  brief: ['machine', 'instance', 'status', 'severity', 'title', 'target', 'runAt'],
  shape: (stored, { directory }) => placed(stored, directory),
})

const estate = (facts: Facts): readonly Instance[] =>
  estateOf({
    runs: facts.of(runs.query),
    instances: facts.of(instances),
    isCollected: facts.isCollected(runs.query),
    directory: facts.directory,
  })

const { osTypes: _, ...where } = filters

export default defineAnalysis({
  id: 'sql-best-practices',
  title: 'SQL best practices',
  description:
    'Show what the newest SQL Server best-practice assessment of every instance found, what is new or resolved since the run before, and which instances were not assessed. Use this when someone asks what to fix on SQL servers, about SQL configuration, security or performance recommendations, broken rules, or whether SQL servers got better or worse.',
  engine: 'log-analytics',
  rights: [...rights.machines, ...rights.sqlInstances, ...rights.logs('SqlAssessment_CL')],
  keeps: 'All runs that the workspace still keeps; each instance is assessed on its own schedule, often weekly.',
  input: z.strictObject({
    ...where,
    ...window('90d'),
    instances: texts('Only these instance names, such as MSSQLSERVER'),
    severities: words(['High', 'Medium', 'Low', 'Information'], 'Only findings of these severities'),
    statuses: words(
      ['First', 'New', 'Persisting', 'Resolved'],
      'Only findings with these states against the run before',
    ),
    checkIds: texts('Only findings of these rules, by their id'),
    contains: z.string().default('').describe('Only findings with this text in title, description or message'),
  }),
  window: windowOf,
  parameters: (input, { machineIds, window: { from, to } }) => ({
    instances: input.instances,
    severities: input.severities,
    statuses: input.statuses,
    checkIds: input.checkIds,
    searchText: input.contains,
    machineIds,
    fromTime: from,
    toTime: to,
  }),
  facts: [instances, runs.query],
  views: { findings, runs },
  main: 'findings',
  states,
  coverage: (_rows, facts) => estate(facts).map(entryOf),
  findings: (rows, facts) => findingsAbout(rows, estate(facts)),
  summarize: (rows, facts) => summarize(rows, estate(facts), facts.of(runs.query)),
  examples: [
    { title: 'Everything of high severity', input: { severities: ['High'] } },
    { title: 'What got worse at a site since the run before', input: { sites: ['Branch-East'], statuses: ['New'] } },
    { title: 'One server, all its instances', input: { machines: ['UTR-SQLERP01'], severities: ['High', 'Medium'] } },
  ],
})
