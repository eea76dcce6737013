import type { Machine } from '../machines/machine.ts'
import type { SqlInstance } from '../machines/sql.ts'
import { hoursAfter, sundays } from '../clock.ts'
import { random } from '../random.ts'

/** One run of the SQL Server best-practice assessment on an instance. */
export interface SqlRun {
  readonly id: string
  readonly startedAt: Date
  /** Counts the weeks: 0 is the oldest. A repeated run has the week of the first. */
  readonly week: number
  /** Severities in the codes of the first generation: 2 Critical, 1 Warning. */
  readonly isOldFormat: boolean
  /** One of its lines arrived cut off. */
  readonly isDamaged: boolean
}

const weeks = 8

/** The runs of an instance, oldest first: weekly in the night to Sunday, by the clock on the wall. */
export function sqlRuns(machine: Machine, instance: SqlInstance): readonly SqlRun[] {
  const draw = random(0, machine.vmId, instance.name, 'assessment runs')
  const isNewest = (week: number): boolean => week === weeks - 1
  return sundays(weeks, machine.site.utcOffset).flatMap((midnight, week) => {
    const run: SqlRun = {
      id: draw.guid(),
      startedAt: hoursAfter(midnight, (beforeMidnight(machine) ?? draw.int(0, 20)) / 60),
      week,
      isOldFormat: isNewest(week) && machine.name === 'TRD-HIST01',
      isDamaged: isNewest(week) && machine.name === 'TRD-SQLMES01' && instance.name === 'HISTORIAN',
    }
    const again = { ...run, id: draw.guid(), startedAt: hoursAfter(run.startedAt, 14) }
    return isNewest(week) && machine.name === 'UTR-SQL02' ? [run, again] : [run]
  })
}

/** This run takes a few minutes, so that it ends on another day of the calendar than it began, in UTC. */
const beforeMidnight = ({ name, site }: Machine): number | undefined =>
  name === 'UTR-SQL01' ? site.utcOffset * 60 - 2 : undefined
