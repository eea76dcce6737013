import { z } from 'zod'
import { flag, long, prose, text, time, word } from '../../columns.ts'

const computer = text('Host name within the target of the check')
const machine = text('ARM name of the server, or the host name of the log')
const site = text('Site of the server')
const findingId = text('The same finding has the same id in every answer')
const machineId = text('Lower-cased ARM id of the server')
const runId = text('Id of the run')

const found = {
  instance: text('Instance name; MSSQLSERVER for the default instance'),
  status: word(
    ['First', 'New', 'Persisting', 'Resolved'],
    'Against the run before; First when the window holds no other run',
  ),
  severity: text('High, Medium, Low or Information; Unknown for a code that is not documented'),
  severityRank: long('3 high, 2 medium, 1 low, 0 information or unknown'),
  checkId: text('Id of the rule'),
  title: text('Title of the rule'),
  message: prose(text('What was found')),
  description: prose(text('Why the rule exists')),
  helpLink: text('Page about the rule'),
  targetKind: text('Server or Database'),
  target: text('What was checked: SERVER, SERVER\\INSTANCE, or either with :Database'),
  database: text('Database; empty for the server'),
  tags: text('Subjects of the rule, with commas'),
  runAt: time('End of the run that found it; of the run before when it is resolved'),
  runId,
}

/** What the log holds about a broken rule. */
export const storedFinding = z.object({ findingId, machineId, computer, ...found })

/** A broken rule. */
export const finding = z.object({ findingId, machineId, machine, site, ...found })

const counts = {
  instance: text('Instance name; empty when no line of the run can be read'),
  runAt: time('End of the run'),
  ageDays: long('Time since the run', 'days'),
  isNewest: flag('Whether it is the newest run of its instance'),
  checks: long('Checks of which the log holds a readable result'),
  passed: long('Checks without a finding'),
  high: long('Findings of high severity'),
  medium: long('Findings of medium severity'),
  low: long('Findings of low severity'),
  information: long('Findings that only inform'),
  unreadable: long('Lines of the run that cannot be read'),
}

/** What the log holds about a run. */
export const storedRun = z.object({ runId, machineId, computer, ...counts })

/** A run of the assessment. */
export const run = z.object({ runId, machineId, machine, site, ...counts })

/** An instance that can be assessed, as Azure knows it. */
export const knownInstance = z.object({
  instanceId: text('Lower-cased ARM id of the instance'),
  machineId,
  host: text('Name of its machine'),
  instance: text('Instance name; empty when Azure does not know it'),
  assessmentEnabled: flag('Whether the assessment is on'),
})

export type Finding = z.output<typeof finding>
export type StoredRun = z.output<typeof storedRun>
export type KnownInstance = z.output<typeof knownInstance>
