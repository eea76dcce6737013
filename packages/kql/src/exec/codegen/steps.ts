import type { Assignment, Expression, Join, Step } from '../../plan/plan.ts'
import { columnsIn } from '../used-slots.ts'
import type { Atom } from './code.ts'
import { type Writer, writer } from './expression.ts'
import { cellsView } from './row-view.ts'
import { joinStep } from './join.ts'

/** A step that a loop does row by row. */
export type RowStep = Extract<Step, { verb: 'where' | 'extend' | 'project' | 'serialize' }> | Join

/** The cells that are read of a row; `undefined` when that may be any. */
export type Used = ReadonlySet<number> | undefined

/** Whether a loop can do a step. */
export const isRowStep = (step: Step): step is RowStep =>
  step.verb === 'where' ||
  step.verb === 'extend' ||
  step.verb === 'project' ||
  step.verb === 'serialize' ||
  (step.verb === 'join' && (step.kind === 'inner' || step.kind === 'leftouter'))

/** Writes a step and what follows it for every row that it lets through. */
export function writeStep(step: RowStep, write: Writer, used: Used, then: (write: Writer) => void): void {
  switch (step.verb) {
    case 'serialize':
      return then(write)
    case 'where':
      writeFilter(step.predicate, write)
      return then(write)
    case 'extend':
    case 'project': {
      const set = assigned(step.cells, write, used)
      const rest =
        step.verb === 'extend' ? write.row.cell : () => ({ read: (): Atom => ({ code: 'null', nullable: true }) })
      return then(writer(write.code, write.context, cellsView(step.width, set, rest), write.skip))
    }
    case 'join':
      return joinStep(step, write, then)
  }
}

// One test per condition: the next is computed only for rows that passed.
function writeFilter(predicate: Expression, write: Writer): void {
  if (predicate.kind === 'call' && predicate.name === 'and' && predicate.args.every(({ type }) => type === 'bool')) {
    for (const side of predicate.args) writeFilter(side, write)
  } else write.code.line(`if (!(${write.truth(predicate)})) ${write.skip}`)
}

function assigned(cells: readonly Assignment[], write: Writer, used: Used): Map<number, Atom> {
  const set = new Map<number, Atom>()
  for (const { targets, value, tuple } of cells) {
    if (used && !targets.some((target) => used.has(target))) continue
    const atom = write.value(value)
    targets.forEach((target, index) => {
      set.set(target, tuple ? write.local({ code: `${atom.code}[${index}]`, nullable: true }) : atom)
    })
  }
  return set
}

/** What a step reads of the row that comes in, if `used` is read of the row that goes out. */
export function usedBefore(step: RowStep, used: Used): Used {
  switch (step.verb) {
    case 'serialize':
      return used
    case 'where':
      return used && union(used, columnsIn(step.predicate))
    case 'project':
      return columnsIn(wanted(step.cells, used))
    case 'extend': {
      const targets = new Set(step.cells.flatMap((cell) => cell.targets))
      const kept = used && new Set([...used].filter((slot) => !targets.has(slot)))
      return kept && union(kept, columnsIn(wanted(step.cells, used)))
    }
    case 'join':
      return used && union(new Set([...used].filter((slot) => slot < step.left.length)), columnsIn(step.leftKeys))
  }
}

const wanted = (cells: readonly Assignment[], used: Used): readonly Assignment[] =>
  used ? cells.filter(({ targets }) => targets.some((target) => used.has(target))) : cells

const union = (one: ReadonlySet<number>, other: ReadonlySet<number>): ReadonlySet<number> => new Set([...one, ...other])
