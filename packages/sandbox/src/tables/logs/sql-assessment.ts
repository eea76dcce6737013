import type { Window } from '@infra-analysis/core'
import { sqlChecks, type SqlCheck } from '../../assessments/sql-findings.ts'
import { sqlRuns, type SqlRun } from '../../assessments/sql-runs.ts'
import { hoursAfter, stamp } from '../../clock.ts'
import type { Machine } from '../../machines/machine.ts'
import { arrives, isWithin, monitoring } from '../../machines/monitoring.ts'
import type { SqlInstance } from '../../machines/sql.ts'
import type { Asked } from './asked.ts'
import { reporter } from './reporter.ts'
import type { Run } from './run.ts'

/** The table `SqlAssessment_CL`: a line of CSV for each check of each run. */
export const sqlAssessment = ({ machines, window }: Asked): readonly Run[] =>
  machines.flatMap((machine) =>
    machine.sql.filter(({ assessed }) => assessed).flatMap((instance) => runsOf(machine, instance, window)),
  )

function runsOf(machine: Machine, instance: SqlInstance, window: Window): readonly Run[] {
  const sent = monitoring(machine)
  const { _ResourceId, _SubscriptionId } = reporter(machine)
  const lines = sqlChecks(machine, instance).map((check) => lineOf(check, instance))
  return sqlRuns(machine, instance)
    .filter(({ startedAt }) => arrives(sent, startedAt))
    .map((run) => {
      const sentAt = lines.map((_, index) => hoursAfter(checkedAt(run, index), 0.01))
      const places = [...lines.keys()].filter((index) => isWithin(window, sentAt[index] as Date))
      const textOf = (index: number): string =>
        (lines[index] as Line)(run, localTime(checkedAt(run, index), machine), run.isDamaged && index === 5)
      return {
        cells: { _ResourceId, _SubscriptionId },
        times: places.map((index) => (sentAt[index] as Date).getTime()),
        varying: { column: 'RawData', cells: () => places.map(textOf) },
      }
    })
}

const checkedAt = ({ startedAt }: SqlRun, index: number): Date => hoursAfter(startedAt, index / 1200)

/** What a check writes into a run at a time; without its last field if the line is cut off. */
type Line = (run: SqlRun, time: string, isCut: boolean) => string

function lineOf({ rule, target, fails }: SqlCheck, instance: SqlInstance): Line {
  const link = `https://rules.northwind.example/sql/${rule.checkId.toLowerCase()}`
  const kind = rule.target === 'Server' ? '1' : '2'
  const about = csv(rule.checkId, rule.title, rule.description, link, kind, target)
  const message = csv(rule.message.replace('{target}', target))
  const [tags, name] = [csv(rule.tags), csv(instance.name)]
  return (run, time, isCut) => {
    const result = fails[run.week] === true ? `${severity(rule.severity, run)},${message}` : '-1,'
    return `${time},${run.id},${about},${result},${tags}${isCut ? '' : `,${name}`}`
  }
}

const severity = (code: number, { isOldFormat }: SqlRun): number => (isOldFormat ? (code === 30 ? 2 : 1) : code)

/** Fabrikam's servers write local time with its offset, all others UTC. */
function localTime(at: Date, { site }: Machine): string {
  if (site.domain !== 'fabrikam.example') return stamp(at)
  return stamp(hoursAfter(at, site.utcOffset)).replace('Z', `+0${site.utcOffset}:00`)
}

const csv = (...fields: readonly string[]): string =>
  fields.map((field) => (/[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',')
