import { UnsupportedKql } from '../../errors.ts'
import { followedBy } from '../pipelines.ts'
import type { Assignment } from '../plan.ts'
import { everyColumn } from '../site.ts'
import { assignByName } from './assignments.ts'
import { resultOf, type VerbLowering } from './verb.ts'
import { windowed } from './windows.ts'

export const extend: VerbLowering = (operator, input, scope) => {
  const columns = resultOf(operator)
  const { site, steps } = windowed(input, scope)
  const cells = assignByName(operator.list('Expressions'), site, input.columns, columns)
  const prefix = input.columns.every(({ name }, slot) => columns[slot]?.name === name)
  const targets = new Set(cells.flatMap((cell) => cell.targets))
  if (!prefix || targets.has(-1)) throw new UnsupportedKql(operator.text, operator.at)
  const width = columns.length
  if (steps.length === 0) return followedBy(input, columns, { verb: 'extend', width, cells })
  const kept: Assignment[] = everyColumn(input.columns).flatMap((value, slot) =>
    targets.has(slot) ? [] : [{ targets: [slot], value, tuple: false }],
  )
  return followedBy(input, columns, ...steps, { verb: 'project', width, cells: [...kept, ...cells] })
}

export const serialize: VerbLowering = (operator, input, scope) => {
  const ordered = followedBy(input, input.columns, { verb: 'serialize' })
  return operator.list('Expressions').length === 0 ? ordered : extend(operator, ordered, scope)
}
