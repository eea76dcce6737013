import { sqlChecks, type SqlCheck } from '../../assessments/sql-findings.ts'
import { sqlRuns, type SqlRun } from '../../assessments/sql-runs.ts'
import { hoursAfter, stamp } from '../../clock.ts'
import type { Machine } from '../../machines/machine.ts'
import { arrives, monitoring } from '../../machines/monitoring.ts'
import type { SqlInstance } from '../../machines/sql.ts'
import { layout, type Cells, type Layout } from './layout.ts'
import { reporter } from './reporter.ts'

/** The table `SqlAssessment_CL`: a line of CSV for each check of each run. */
export const sqlAssessment = (machines: readonly Machine[]): readonly Cells[] => {
  const made = layout('SqlAssessment_CL')
  return machines.flatMap((machine) =>
    machine.sql.filter(({ assessed }) => assessed).flatMap((instance) => lines(made, machine, instance)),
  )
}

function lines(made: Layout, machine: Machine, instance: SqlInstance): readonly Cells[] {
  const sent = monitoring(machine)
  const { _ResourceId, _SubscriptionId } = reporter(machine)
  const template = made.row({ _ResourceId, _SubscriptionId })
  const raw = made.slot('RawData')
  const checks = sqlChecks(machine, instance)
  const runs = sqlRuns(machine, instance).filter(({ startedAt }) => arrives(sent, startedAt))
  return runs.flatMap((run) =>
    checks.map((check, index) => {
      const checkedAt = hoursAfter(run.startedAt, index / 1200)
      const cells = made.at(template, stamp(hoursAfter(checkedAt, 0.01)))
      const fields = [localTime(checkedAt, machine), ...fieldsOf(run, check), instance.name].map(quoted)
      cells[raw] = (run.isDamaged && index === 5 ? fields.slice(0, 11) : fields).join(',')
      return cells
    }),
  )
}

/** Everything between the time and the instance. */
function fieldsOf(run: SqlRun, { rule, target, fails }: SqlCheck): readonly string[] {
  const isBroken = fails[run.week] === true
  return [
    run.id,
    rule.checkId,
    rule.title,
    rule.description,
    `https://rules.northwind.example/sql/${rule.checkId.toLowerCase()}`,
    rule.target === 'Server' ? '1' : '2',
    target,
    String(isBroken ? severity(rule.severity, run) : -1),
    isBroken ? rule.message.replace('{target}', target) : '',
    rule.tags,
  ]
}

const severity = (code: number, { isOldFormat }: SqlRun): number => (isOldFormat ? (code === 30 ? 2 : 1) : code)

/** Fabrikam's servers write local time with its offset, all others UTC. */
function localTime(at: Date, { site }: Machine): string {
  if (site.domain !== 'fabrikam.example') return stamp(at)
  return stamp(hoursAfter(at, site.utcOffset)).replace('Z', `+0${site.utcOffset}:00`)
}

const quoted = (field: string): string => (/[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)
