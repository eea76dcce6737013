import { z } from 'zod'
import { defineAnalysis } from '../../analysis.ts'
import { placeOf } from '../../directory.ts'
import type { Facts } from '../../facts.ts'
import { filters, texts, window, words } from '../../input.ts'
import { kqlFile } from '../../kql/file.ts'
import { logAnalytics } from '../../kql/query.ts'
import * as rights from '../../rights.ts'
import { windowOf } from '../../time.ts'
import { defineView } from '../../view.ts'
import { type Covered, entryOf, estateOf, states } from './coverage.ts'
import { findingsAbout } from './findings.ts'
import { assessedServer, recommendation, storedRecommendation, storedServer } from './row.ts'
import { summarize } from './summary.ts'

const servers = defineView({
  description: 'A server that the assessment knows, with its newest results counted',
  query: logAnalytics('servers', kqlFile(import.meta.url, 'servers.kql'), storedServer),
  row: assessedServer,
  brief: ['machine', 'site', 'assessedAt', 'passed', 'failed', 'highPriority', 'prerequisiteFailures', 'collector'],
  shape: ({ serverId, machineId, ...counts }, { directory }) => ({
    serverId,
    ...placeOf(machineId, counts.server, directory),
    ...counts,
  }),
})

const recommendations = defineView({
  description: 'The newest result of a recommendation for one object of a server',
  query: logAnalytics('recommendations', kqlFile(import.meta.url, 'recommendations.kql'), storedRecommendation),
  row: recommendation,
  brief: ['machine', 'result', 'priority', 'score', 'focusArea', 'recommendation', 'objectName', 'assessedAt'],
  shape: ({ resultId, machineId, ...found }, { directory }) => ({
    resultId,
    ...placeOf(machineId, found.server, directory),
    ...found,
  }),
})

const estate = (facts: Facts): readonly Covered[] =>
  estateOf(facts.of(servers.query), facts.directory, facts.isCollected(servers.query))

const { osTypes: _, ...where } = filters

export default defineAnalysis({
  id: 'windows-best-practices',
  title: 'Windows Server best practices',
  description:
    'Show which recommendations of the Windows Server best-practice assessment fail on which server and object, how severe they are, and which servers were not assessed. Use this when someone asks about hardening, security, configuration or health recommendations for Windows servers.',
  engine: 'log-analytics',
  rights: [...rights.machines, ...rights.logs('WindowsServerAssessmentRecommendation')],
  keeps: 'All results that the workspace still keeps; servers are assessed every 7 days.',
  input: z.strictObject({
    ...where,
    ...window('45d'),
    results: z
      .array(z.enum(['Passed', 'Failed']))
      .default(['Failed'])
      .describe('Only these results; empty for all'),
    priorities: words(['High', 'Low', 'Unknown'], 'Only these priorities; High from score 35 on'),
    focusAreas: texts('Only these focus areas, such as "Security and Compliance"'),
    contains: z.string().default('').describe('Only recommendations with this text in title or description'),
  }),
  window: windowOf,
  parameters: (input, { machineIds, window: { from, to } }) => ({
    results: input.results,
    priorities: input.priorities,
    focusAreas: input.focusAreas,
    searchText: input.contains,
    machineIds,
    fromTime: from,
    toTime: to,
  }),
  facts: [servers.query],
  views: { recommendations, servers },
  main: 'recommendations',
  states,
  coverage: (_rows, facts) => estate(facts).map(entryOf),
  findings: (rows, facts) => findingsAbout(rows, estate(facts)),
  summarize: (rows, facts) => summarize(rows, estate(facts)),
  examples: [
    { title: 'Everything of high priority', input: { priorities: ['High'] } },
    { title: 'One server, with what it follows', input: { machines: ['UTR-DC01'], results: ['Passed', 'Failed'] } },
    { title: 'What is wrong about SMB', input: { contains: 'SMB', focusAreas: ['Security and Compliance'] } },
  ],
})
