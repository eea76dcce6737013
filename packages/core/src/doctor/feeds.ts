import { z } from 'zod'
import { text, time } from '../columns.ts'
import { kqlFile } from '../kql/file.ts'
import { logAnalytics, type Query, resourceGraph } from '../kql/query.ts'
import type { Mend } from './diagnosis.ts'
import type { ExtensionName } from './extensions.ts'
import { commandOf, partsOf } from './mend.ts'

const filler = z.object({
  machineId: text('Lower-cased ARM id of the machine, or computer:<short host name>'),
  newestAt: time('Time of its newest row; null where rows have no time'),
})

/** A table that analyses read, and what is to be expected of it. */
export interface Feed {
  /** The table, with its rows in brackets where it has rows of several kinds. */
  readonly name: string
  /** A row for each machine that fills it. */
  readonly query: Query<typeof filler>
  /** How far back rows are looked for, as in `1d`; absent for Resource Graph, which forgets by itself. */
  readonly lookBack?: string
  /** The age from which a machine's newest row says that nothing comes any more; absent where rows come when something happens. */
  readonly freshWithin?: string
  /** Who should fill it: machines with an extension, or all of them; absent where nobody has to. */
  readonly fedBy?: ExtensionName | 'all machines'
  /** Another table that serves as well, for a machine or for all. */
  readonly orIn?: string
  /** What makes rows come from a machine, by its id. */
  readonly mend: (machineId?: string) => Mend
}

const graph = (name: string, kql: string) => resourceGraph(name, kql, filler)
const logs = (name: string, kql: string) => logAnalytics(name, kql, filler)

const collected =
  (what: string): Feed['mend'] =>
  (resource = '<resource id of the machine>') => ({
    advice: `Associate the machines with a data collection rule that sends ${what} to the workspace.`,
    command: commandOf('az monitor data-collection rule association create', {
      name: 'infra-cli',
      'rule-id': '<resource id of the rule>',
      resource,
    }),
  })

const someMachine =
  '/subscriptions/<subscription id>/resourcegroups/<resource group>/providers/microsoft.hybridcompute/machines/<machine>'

const assessed = (machineId = someMachine): Mend => {
  const { machine, ...place } = partsOf(machineId)
  const kind = machineId.includes('/microsoft.compute/') ? 'vm' : 'connectedmachine'
  return {
    advice: 'Turn on periodic assessment for the machines, by policy; this assesses one now.',
    command: commandOf(`az ${kind} assess-patches`, { ...place, name: machine }),
  }
}

const uploaded = (machineId = someMachine): Mend => {
  const { machine, ...place } = partsOf(machineId)
  return {
    advice: 'See what the SQL Server extension says about its upload, and install it where it is missing.',
    command: commandOf('az connectedmachine extension list', { ...place, 'machine-name': machine }),
  }
}

const advised = (advice: string) => (): Mend => ({ advice })

/** The tables that the analyses read. */
export const feeds: readonly Feed[] = [
  {
    name: 'patchassessmentresources',
    query: graph('patch-assessments', kqlFile(import.meta.url, 'patch-assessments.kql')),
    freshWithin: '1d',
    fedBy: 'all machines',
    mend: assessed,
  },
  {
    name: 'patchinstallationresources',
    query: graph('patch-runs', kqlFile(import.meta.url, 'patch-runs.kql')),
    mend: advised('Install patches with Azure Update Manager, once or on a schedule.'),
  },
  {
    name: 'maintenanceresources',
    query: graph('schedules', kqlFile(import.meta.url, 'schedules.kql')),
    mend: advised('Assign the machines to a maintenance configuration of Azure Update Manager.'),
  },
  {
    name: 'resources (SQL Server)',
    query: graph('sql-instances', kqlFile(import.meta.url, 'sql-instances.kql')),
    freshWithin: '2d',
    fedBy: 'SQL Server extension',
    mend: uploaded,
  },
  {
    name: 'SqlAssessment_CL',
    query: logs('sql-assessments', kqlFile(import.meta.url, 'sql-assessments.kql')),
    lookBack: '30d',
    freshWithin: '14d',
    fedBy: 'SQL Server extension',
    mend: advised('Turn on best practices assessment for the SQL Server instances, in the portal or by policy.'),
  },
  {
    name: 'WindowsServerAssessmentRecommendation',
    query: logs('windows-assessments', kqlFile(import.meta.url, 'windows-assessments.kql')),
    lookBack: '30d',
    freshWithin: '8d',
    fedBy: 'Windows Server assessment',
    mend: advised(
      'Turn on best practices assessment for the Windows servers, in the portal; it is a benefit of Software Assurance.',
    ),
  },
  {
    name: 'ConfigurationData',
    query: logs('inventories', kqlFile(import.meta.url, 'inventories.kql')),
    lookBack: '3d',
    freshWithin: '16h',
    fedBy: 'change tracking',
    mend: collected('the inventory of change tracking'),
  },
  {
    name: 'ConfigurationChange',
    query: logs('changes', kqlFile(import.meta.url, 'changes.kql')),
    lookBack: '7d',
    mend: collected('the changes of change tracking'),
  },
  {
    name: 'InsightsMetrics',
    query: logs('insights', kqlFile(import.meta.url, 'insights.kql')),
    lookBack: '1d',
    freshWithin: '2h',
    fedBy: 'Azure Monitor Agent',
    orIn: 'Perf',
    mend: collected('the metrics of VM insights'),
  },
  {
    name: 'Perf',
    query: logs('perf', kqlFile(import.meta.url, 'perf.kql')),
    lookBack: '1d',
    freshWithin: '2h',
    fedBy: 'Azure Monitor Agent',
    orIn: 'InsightsMetrics',
    mend: collected('performance counters'),
  },
]
