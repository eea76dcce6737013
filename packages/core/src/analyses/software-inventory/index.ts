import { z } from 'zod'
import { defineAnalysis } from '../../analysis.ts'
import { placed } from '../../directory.ts'
import type { Facts } from '../../facts.ts'
import { filters, span, texts, window } from '../../input.ts'
import { kqlFile } from '../../kql/file.ts'
import { logAnalytics } from '../../kql/query.ts'
import * as rights from '../../rights.ts'
import { windowOf } from '../../time.ts'
import { defineView } from '../../view.ts'
import { coverageOf, states } from './coverage.ts'
import { findingsAbout } from './findings.ts'
import { installed, productInFleet, reportingMachine, storedInstallation, storedProduct, storedReport } from './row.ts'
import { shapeProduct } from './shape.ts'
import { summarize } from './summary.ts'

const installations = defineView({
  description: 'A software version that is installed on a machine now',
  query: logAnalytics('installed', kqlFile(import.meta.url, 'installed.kql'), storedInstallation, { batch: 400 }),
  row: installed,
  brief: ['machine', 'software', 'version', 'publisher', 'seenAt'],
  shape: (row, { directory }) => placed(row, directory),
})

const products = defineView({
  description: 'A software version with the machines on which it is installed now',
  query: logAnalytics('products', kqlFile(import.meta.url, 'products.kql'), storedProduct),
  row: productInFleet,
  brief: ['software', 'version', 'publisher', 'machineCount', 'machines'],
  shape: (row, { directory }) => shapeProduct(row, directory),
})

const machines = defineView({
  description:
    'A machine that reports its software, with the size of its newest inventory, whatever software is asked for',
  query: logAnalytics('reports', kqlFile(import.meta.url, 'reports.kql'), storedReport, { batch: 400 }),
  row: reportingMachine,
  brief: ['machine', 'site', 'reportedAt', 'isCurrent', 'applications', 'packages', 'updates'],
  shape: (row, { directory }) => placed(row, directory),
})

const knownFrom = (facts: Facts) => ({
  directory: facts.directory,
  isCollected: facts.isCollected(installations.query) && facts.isCollected(machines.query),
})

export default defineAnalysis({
  id: 'software-inventory',
  title: 'Software inventory',
  description:
    'List the software that is installed now: on one machine, on several or on all, with versions and publishers; the view `products` says which machines have which version. Use this when someone asks what is installed, where or whether a product is installed anywhere, which versions of it exist, or who still runs an old one.',
  engine: 'log-analytics',
  rights: [...rights.machines, ...rights.logs('ConfigurationData', 'ConfigurationChange')],
  keeps: 'All inventories that the workspace still keeps: one every 10 hours, up to 6 hours late.',
  input: z.strictObject({
    ...filters,
    ...window('3d'),
    software: z
      .string()
      .default('')
      .describe('Part of the name: only software whose name contains this, such as Chrome'),
    publisher: z.string().default('').describe('Only software whose publisher contains this, such as Oracle'),
    versions: texts('Only exactly these versions'),
    versionBelow: z
      .string()
      .default('')
      .describe('Only versions below this one, compared number by number; software without a version stays out'),
    softwareTypes: z
      .array(z.enum(['Application', 'Package', 'Update']))
      .default(['Application', 'Package'])
      .describe('Windows applications and Linux packages; Windows updates on request'),
    snapshotWindow: span('How far apart the parts of one inventory may arrive, and how old the newest may be', '16h'),
  }),
  window: windowOf,
  parameters: (
    { software, publisher, versions, versionBelow, softwareTypes, snapshotWindow },
    { machineIds, window: { from, to } },
  ) => ({
    fromTime: from,
    toTime: to,
    snapshotWindow,
    machineIds,
    softwareTypes,
    nameContains: software,
    publisherContains: publisher,
    versions,
    versionBelow,
  }),
  facts: [machines.query],
  views: { installed: installations, products, machines },
  main: 'installed',
  states,
  coverage: (_, facts) => coverageOf(facts.of(machines.query), knownFrom(facts)),
  findings: (_, facts) => findingsAbout(facts.of(machines.query), knownFrom(facts)),
  summarize: (rows, facts) => summarize(rows, facts.of(machines.query), knownFrom(facts)),
  examples: [
    { title: 'Where SQL Server is installed', input: { software: 'Database Engine Services' } },
    { title: 'What one machine has from Microsoft', input: { machines: ['UTR-JMP01'], publisher: 'Microsoft' } },
    { title: 'Machines with OpenSSL below 3.4', input: { software: 'openssl', versionBelow: '3.4' } },
    { title: 'Updates on one machine', input: { machines: ['GDN-DC01'], softwareTypes: ['Update'] } },
  ],
})
