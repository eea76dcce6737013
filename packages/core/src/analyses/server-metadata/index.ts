import { z } from 'zod'
import { defineAnalysis } from '../../analysis.ts'
import { filters, tagOf, words } from '../../input.ts'
import { kqlFile } from '../../kql/file.ts'
import { resourceGraph } from '../../kql/query.ts'
import * as rights from '../../rights.ts'
import { defineView, plainView } from '../../view.ts'
import { coverageOf, states } from './coverage.ts'
import { findingsAbout } from './findings.ts'
import { extension, server, storedServer } from './row.ts'
import { shapeServer } from './shape.ts'
import { summarize } from './summary.ts'

const servers = defineView({
  description: 'A server: an Azure Arc machine or an Azure virtual machine',
  query: resourceGraph('servers', kqlFile(import.meta.url, 'servers.kql'), storedServer),
  row: server,
  brief: ['name', 'osName', 'support', 'agentStatus', 'logicalCores', 'memoryGiB', 'location', 'resourceGroup'],
  shape: shapeServer,
})

const extensions = plainView({
  description: 'An extension installed on a server',
  query: resourceGraph('extensions', kqlFile(import.meta.url, 'extensions.kql'), extension),
  brief: ['machine', 'extension', 'version', 'state', 'message'],
})

const statuses = [
  'Connected',
  'Disconnected',
  'Expired',
  'Error',
  'AwaitingConnection',
  'VM running',
  'VM deallocated',
  'VM stopped',
] as const

export default defineAnalysis({
  id: 'server-metadata',
  title: 'Servers',
  description:
    'List all servers of the fleet, in Azure and connected through Azure Arc: operating system and support, agent, hardware (model, CPU cores, RAM, disks), network, tags. Use this when someone asks which servers or virtual machines exist, what they are, whether they report or are offline, or which are out of support.',
  engine: 'resource-graph',
  rights: [...rights.machines, ...rights.inventory],
  keeps:
    'The present state only, seconds to minutes behind Azure; an agent counts as disconnected after 15 to 30 minutes of silence.',
  input: z.strictObject({ ...filters, statuses: words(statuses, 'Only servers in these agent or power states') }),
  parameters: ({ tag, ...input }, { machineIds }) => ({ ...input, ...tagOf(tag), machineIds }),
  facts: [],
  views: { servers, extensions },
  main: 'servers',
  states,
  coverage: (rows) => rows.map(coverageOf),
  findings: (rows, { asOf }) => findingsAbout(rows, asOf),
  summarize,
  examples: [
    { title: 'All servers', input: {} },
    {
      title: 'Windows servers whose agent does not report',
      input: { osTypes: ['Windows'], statuses: ['Disconnected', 'Expired', 'Error'] },
    },
  ],
})
