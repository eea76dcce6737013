import type { AnalysisId } from '../fleet.ts'

/** What an analysis rests on, by the names of the checks. */
export interface Needs {
  /** It cannot run without each of these; of several in brackets, one is enough. */
  readonly must: readonly (readonly string[])[]
  /** Without these, something is missing from its answer. */
  readonly helps: readonly string[]
}

const graph = (...tables: readonly string[]): Needs['must'] => [
  ['sign-in'],
  ['subscriptions'],
  ...tables.map((name) => [name]),
]
const logs = (...tables: readonly string[]): Needs['must'] => [['sign-in'], ['workspace'], tables]
const fleet = ['subscriptions', 'machines', 'Arc agent', 'Azure Monitor Agent'] as const

export const needs: Readonly<Record<AnalysisId, Needs>> = {
  'server-metadata': { must: graph('machines'), helps: [] },
  'sql-metadata': { must: graph(), helps: ['SQL Server extension', 'resources (SQL Server)'] },
  'patching-level': {
    must: graph('machines', 'patchassessmentresources'),
    helps: ['Arc agent', 'update extension', 'patchinstallationresources', 'maintenanceresources'],
  },
  'sql-best-practices': {
    must: logs('SqlAssessment_CL'),
    helps: [...fleet, 'SQL Server extension', 'resources (SQL Server)'],
  },
  'windows-best-practices': {
    must: logs('WindowsServerAssessmentRecommendation'),
    helps: [...fleet, 'Windows Server assessment'],
  },
  'software-inventory': {
    must: [...logs('ConfigurationData'), ['ConfigurationChange']],
    helps: [...fleet, 'change tracking'],
  },
  'software-changes': {
    must: [...logs('ConfigurationData'), ['ConfigurationChange']],
    helps: [...fleet, 'change tracking'],
  },
  anomalies: { must: logs('InsightsMetrics', 'Perf'), helps: fleet },
}
