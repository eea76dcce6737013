import { describe, expect, test } from 'vitest'
import { story } from '../src/index.ts'
import { ask, askLogs, days } from './ask.ts'

const machines = `resources | where type =~ 'microsoft.hybridcompute/machines' | extend machineId = tolower(id)`
const instances = `resources | where type =~ 'microsoft.azurearcdata/sqlserverinstances'
  | extend name = tostring(split(properties.containerResourceId, '/')[8])`
const databases = `resources | where type =~ 'microsoft.azurearcdata/sqlserverinstances/databases'
  | extend database = name, name = tostring(split(tostring(split(id, '/')[8]), '_')[0])`
const assessments = `patchassessmentresources | where type =~ 'microsoft.hybridcompute/machines/patchassessmentresults'
  | extend machineId = substring(tolower(id), 0, indexof(tolower(id), '/patchassessmentresults/'))`

const assessed = `SqlAssessment_CL | extend name = toupper(tostring(split(_ResourceId, '/')[8])), field = parse_csv(RawData)`
const insights = `InsightsMetrics | extend name = tostring(split(_ResourceId, '/')[8]), mount = tostring(parse_json(Tags)['vm.azm.ms/mountId'])`

/** For each item of the story a query whose rows are the machines it is about. */
const proofs: Record<string, string> = {
  'plant-south-unscheduled': `${machines}
    | join kind=leftouter (maintenanceresources
        | where type =~ 'microsoft.maintenance/configurationassignments'
        | project machineId = tolower(tostring(properties.resourceId)), isAssigned = true) on machineId
    | where resourceGroup == 'rg-plant-south' and isnull(isAssigned)`,
  'wsus-unreachable': `${assessments}
    | where properties.status == 'Failed' and properties.errorDetails.message has 'opo-wsus01'
    | join kind=inner (${machines} | project machineId, name) on machineId | project name = name1`,
  'payroll-never-assessed': `${machines} | where properties.status == 'Connected' and isnotempty(properties.detectedProperties)
    | join kind=leftouter (${assessments} | project machineId, isAssessed = true) on machineId | where isnull(isAssessed)`,
  'domain-controller-awaits-reboot': `${assessments} | where properties.rebootPending == true
    | join kind=inner (${machines} | where name contains '-DC' | project machineId, machine = name) on machineId | project name = machine`,
  'failed-run': `patchinstallationresources | where properties.status == 'Failed' and properties.maintenanceWindowExceeded == true
    | project name = toupper(tostring(split(id, '/')[8]))`,
  'expired-without-esu': `${machines} | where properties.osSku has '2012 R2' and properties.status == 'Expired'
    | where properties.licenseProfile.esuProfile.licenseAssignmentState == 'NotAssigned'`,
  'cloned-identity': `${machines} | extend vmUuid = tostring(properties.vmUuid)
    | join kind=inner (${machines} | summarize copies = count() by vmUuid = tostring(properties.vmUuid)) on vmUuid | where copies > 1`,
  twins: `${machines} | summarize copies = count(), domains = dcount(tostring(properties.domainName)) by name | where copies > 1 and domains > 1`,
  'monitoring-agent-failed': `resources | where type =~ 'microsoft.hybridcompute/machines/extensions'
    | where name startswith 'AzureMonitor' and properties.provisioningState == 'Failed' and properties.instanceView.status.message has 'exit code 53'
    | project name = tostring(split(id, '/')[8])`,
  'unconnected-sql': `${machines} | where tobool(properties.mssqlDiscovered)
    | join kind=leftouter (resources | where type =~ 'microsoft.azurearcdata/sqlserverinstances'
        | summarize instances = count() by machineId = tolower(tostring(properties.containerResourceId))) on machineId
    | where isnull(instances)`,
  'replica-behind': `${instances} | where properties.alwaysOnRole == 'AvailabilityGroupReplica' and properties.patchLevel != '16.0.4230.2'`,
  'erp-without-log-backup': `${databases} | where properties.recoveryMode == 'Full' and isempty(properties.backupInformation.lastLogBackup)
    | where tolong(properties.sizeMB) >= 900 * 1024`,
  'express-near-limit': `${databases} | where tolong(properties.sizeMB) between (9500 .. 10240) and database == 'ScadaEvents'`,
  'developer-in-production': `${databases} | where id has 'GDN-SQL01_DEV' and isempty(properties.backupInformation.lastFullBackup)
    | where properties.databaseOptions.isAutoShrinkOn == true and properties.databaseOptions.isTrustworthyOn == true`,
  'upgrade-overloads-erp': `ConfigurationChange
    | where SoftwareName endswith 'Database Engine Services' and TimeGenerated > ago(24h) | distinct upgraded = _ResourceId
    | join kind=inner (InsightsMetrics | where Namespace == 'Processor' and TimeGenerated > ago(24h) | summarize busy = countif(Val > 60) by _ResourceId) on $left.upgraded == $right._ResourceId
    | where busy >= 4 | project name = tostring(split(upgraded, '/')[8])`,
  'memory-leak': `${insights} | where Name == 'AvailableMB'
    | extend used = 100 * (1 - Val / toreal(parse_json(Tags)['vm.azm.ms/memorySizeMB']))
    | summarize highest = max(used), usual = avg(used) by name | where highest - usual > 18`,
  'disk-filling': `${insights} | where Name == 'FreeSpacePercentage' and TimeGenerated > ago(24h)
    | summarize change = max(Val) - min(Val) by _ResourceId, name, mount | where change > 11`,
  'disk-full': `${insights} | where Name == 'FreeSpacePercentage' | summarize most = max(Val) by name, mount | where most < 8`,
  'update-server-was-silent': `Heartbeat | where TimeGenerated > ago(20d) | sort by _ResourceId asc, TimeGenerated asc
    | where _ResourceId == prev(_ResourceId) and TimeGenerated - prev(TimeGenerated) between (71h .. 73h)
    | project name = tostring(split(_ResourceId, '/')[8])`,
  'assessment-worse': `${assessed} | summarize high = countif(toint(field[8]) == 30), at = min(TimeGenerated) by name, instance = tostring(field[11]), run = tostring(field[1])
    | sort by name asc, instance asc, at asc
    | where name == prev(name) and instance == prev(instance) and high - prev(high) >= 5`,
  'agent-died': `Heartbeat | where Computer startswith 'TRD-SCADA' | summarize lastAt = max(TimeGenerated) by name = Resource
    | where lastAt between (ago(291h) .. ago(289h))`,
  'assessment-cut-off': `${assessed} | where array_length(field) == 11`,
  'old-severities': `${assessed} | where TimeGenerated > ago(7d) and toint(field[8]) in (1, 2)`,
  'prerequisites-fail': `WindowsServerAssessmentRecommendation | where FocusArea !startswith 'Environ'
    | summarize assessed = countif(FocusArea != 'Prerequisites') by Server | where assessed == 0 | project name = tostring(split(Server, '.')[0])`,
  'inventory-capped': `ConfigurationData | where SoftwareType in ('Application', 'Package')
    | summarize count() by name = tostring(split(_ResourceId, '/')[8]), SoftwareType, TimeGenerated | where count_ == iff(SoftwareType == 'Package', 1250, 250)`,
  'sign-in-churn': `ConfigurationChange | where ConfigChangeType == 'Software'
    | summarize added = countif(ChangeCategory == 'Added'), removed = countif(ChangeCategory == 'Removed') by name = tostring(split(_ResourceId, '/')[8]), SoftwareName
    | where added > 3 and removed > 3`,
}

/** Items that show in more than the last three days only. */
const wide: ReadonlySet<string> = new Set([
  'update-server-was-silent',
  'assessment-worse',
  'agent-died',
  'assessment-cut-off',
  'old-severities',
  'prerequisites-fail',
  'sign-in-churn',
])

const inResourceGraph: ReadonlySet<string> = new Set(['server-metadata', 'sql-metadata', 'patching-level'])

describe.each([1, 2])('whatever the seed, here %i', (seed) => {
  const told = story.filter(({ moves }) => seed === 1 || !moves)
  test.each(told)('$id: $finding', async ({ id, machines: expected, analysis }) => {
    const proof = proofs[id] ?? ''
    const rows = await (inResourceGraph.has(analysis)
      ? ask(proof, { seed })
      : askLogs(proof, { seed, sampling: 60 }, { window: days(wide.has(id) ? 60 : 3) }))
    const names = rows.map(({ name }) => String(name).toUpperCase())
    expect(new Set(names)).toEqual(new Set(expected.map((name) => name.toUpperCase())))
  })
})

test('every proof belongs to an item', () => {
  expect(new Set(Object.keys(proofs))).toEqual(new Set(story.map(({ id }) => id)))
})
