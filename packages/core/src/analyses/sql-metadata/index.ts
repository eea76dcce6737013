import { subMilliseconds } from 'date-fns/subMilliseconds'
import { z } from 'zod'
import { defineAnalysis } from '../../analysis.ts'
import { filters, span, tagOf, texts, words } from '../../input.ts'
import { kqlFile } from '../../kql/file.ts'
import { resourceGraph } from '../../kql/query.ts'
import { supportOf } from '../../lifecycle.ts'
import * as rights from '../../rights.ts'
import { parseSpan } from '../../time.ts'
import { defineView, plainView } from '../../view.ts'
import { coverageOf, states } from './coverage.ts'
import { findingsAbout } from './findings.ts'
import { database, instance, sqlHost, storedInstance } from './row.ts'
import { summarize } from './summary.ts'

const hosts = resourceGraph('hosts', kqlFile(import.meta.url, 'hosts.kql'), sqlHost)

const instances = defineView({
  description: 'A SQL Server instance, a SQL virtual machine, an Azure SQL server or a managed instance',
  query: resourceGraph('instances', kqlFile(import.meta.url, 'instances.kql'), storedInstance),
  row: instance,
  brief: [
    'host',
    'instance',
    'version',
    'edition',
    'support',
    'instanceState',
    'userDatabases',
    'totalSizeMB',
    'withoutFullBackup',
  ],
  shape(stored, { asOf }) {
    const { support, endsOn } = supportOf(stored.version, asOf)
    return { ...stored, support, supportEndsOn: endsOn ?? '' }
  },
})

const databases = plainView({
  description: 'A database of an Arc instance, an Azure SQL server or a managed instance',
  query: resourceGraph('databases', kqlFile(import.meta.url, 'databases.kql'), database),
  brief: ['resourceName', 'database', 'databaseState', 'recoveryModel', 'sizeMB', 'fullBackupAt', 'logBackupAt'],
})

const { osTypes: _, ...where } = filters

export default defineAnalysis({
  id: 'sql-metadata',
  title: 'SQL estate',
  description:
    'List every place where SQL databases run: SQL Server instances connected through Azure Arc with their databases, SQL virtual machines, Azure SQL servers and managed instances. Use this when someone asks about SQL versions, support, editions, licences, database sizes, backups or availability.',
  engine: 'resource-graph',
  rights: [
    ...rights.machines,
    'Microsoft.HybridCompute/machines/extensions/read',
    ...rights.sqlInstances,
    ...rights.sqlEstate,
  ],
  keeps: 'The present state only, as each instance uploaded it last: `inventoryUploadedAt` says when.',
  input: z.strictObject({
    ...where,
    kinds: words(['arc', 'azure-vm', 'azure-sql', 'managed-instance'], 'Only these kinds'),
    versions: texts('Only these versions, such as "SQL Server 2016"'),
    editions: texts('Only these editions (Express, Standard, …)'),
    licenseTypes: texts('Only these licence types, such as PAYG'),
    serviceTypes: z
      .array(z.enum(['Engine', 'SSAS', 'SSIS', 'SSRS', 'PBIRS']))
      .default(['Engine'])
      .describe('Engine, and components on request'),
    fullBackupWithin: span('A full backup older than this counts as missing', '7d'),
    logBackupWithin: span('A log backup older than this counts as missing, for databases in full recovery', '1d'),
    databaseStates: texts('Databases view: only databases in these states, such as Suspect'),
    includeSystem: z.boolean().default(false).describe('Databases view: with master, model, msdb and tempdb'),
  }),
  parameters: ({ tag, fullBackupWithin, logBackupWithin, ...input }, { asOf, machineIds }) => ({
    ...input,
    ...tagOf(tag),
    machineIds,
    fullBackupBefore: subMilliseconds(asOf, parseSpan(fullBackupWithin)),
    logBackupBefore: subMilliseconds(asOf, parseSpan(logBackupWithin)),
  }),
  facts: [hosts],
  views: { instances, databases },
  main: 'instances',
  states,
  coverage: (rows, facts) => coverageOf(rows, facts.of(hosts), facts.asOf),
  findings: (rows, { asOf }) => findingsAbout(rows, asOf),
  summarize,
  examples: [
    { title: 'All SQL instances', input: {} },
    {
      title: 'SQL Server 2014 and 2016, which are out of support',
      input: { versions: ['SQL Server 2014', 'SQL Server 2016'] },
    },
  ],
})
