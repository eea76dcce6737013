import { sqlRules, type SqlRule } from '../catalog/sql-rules.ts'
import type { Machine } from '../machines/machine.ts'
import type { SqlInstance } from '../machines/sql.ts'
import { random } from '../random.ts'

/** What a rule says about an instance or a database, week by week. */
export interface SqlCheck {
  readonly rule: SqlRule
  /** `SERVER`, `SERVER\INSTANCE`, or either with `:Database`. */
  readonly target: string
  /** Whether it fails, by week from the oldest. */
  readonly fails: readonly boolean[]
}

const weeks = 8

/** All checks of an instance. Between runs three of a hundred findings go away, and two appear. */
export function sqlChecks(machine: Machine, instance: SqlInstance): readonly SqlCheck[] {
  const server = instance.name === 'MSSQLSERVER' ? machine.computerName : `${machine.computerName}\\${instance.name}`
  const names = instance.databases.map(({ name }) => name).filter((name) => name !== 'tempdb')
  const draw = random(0, machine.vmId, instance.name, 'assessment findings')
  const check = (rule: SqlRule, target: string): SqlCheck => {
    const fails = [draw.chance(0.18)]
    for (let week = 1; week < weeks; week++) fails.push(fails[week - 1] ? !draw.chance(0.03) : draw.chance(0.0044))
    return { rule, target, fails }
  }
  const checks = sqlRules.flatMap((rule) =>
    rule.target === 'Server' ? [check(rule, server)] : names.map((name) => check(rule, `${server}:${name}`)),
  )
  return worse(machine, instance, checks)
}

/** Where the assessment got worse, the most severe rules that held a week ago are broken now. */
function worse(machine: Machine, { name }: SqlInstance, checks: readonly SqlCheck[]): readonly SqlCheck[] {
  const event = machine.events.find(({ kind, instance }) => kind === 'assessment-worse' && instance === name)
  if (!event) return checks
  const broken = new Set(
    checks
      .filter(({ fails }) => !fails.at(-1) && !fails.at(-2))
      .toSorted((a, b) => b.rule.severity - a.rule.severity)
      .slice(0, event.size),
  )
  return checks.map((check) => (broken.has(check) ? { ...check, fails: [...check.fails.slice(0, -1), true] } : check))
}
