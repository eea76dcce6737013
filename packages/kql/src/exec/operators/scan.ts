import type { Scan } from '../../plan/plan.ts'
import type { Context, Row } from '../context.ts'
import { constantOf, reader } from '../expressions.ts'
import type { Operator } from './operator.ts'

/** What a step of `scan` remembers: the last record of each step up to itself, and the number of the match. */
interface State {
  readonly records: readonly Row[]
  readonly match: number
}

type Match = (row: Row, state: State | undefined) => Row | undefined

/** Makes the test of a step: the record with its assigned cells if it matches, given a state. */
function matcher({ condition, assigned }: Scan['steps'][number], blank: Row, scan: Scan, context: Context): Match {
  const test = reader(condition, context)
  const writers = assigned.map(({ target, value }) => ({ target, read: reader(value, context) }))
  return (row, state) => {
    const seen = row.concat(...scan.steps.map((_, index) => state?.records[index] ?? blank))
    if (test(seen) !== true) return undefined
    const record = row.concat(blank.slice(row.length))
    for (const { target, read } of writers) record[target] = read(seen)
    return record
  }
}

/** Matches rows against steps in their order; a row is tried on the last step first, so that it moves a sequence by one step. */
export const scan: Operator<'scan'> = (step, context) => {
  const blank = step.blank.map((cell) => constantOf(cell, context))
  const matchers = step.steps.map((one) => matcher(one, blank, step, context))
  return (rows) => {
    const states: (State | undefined)[] = step.steps.map(() => undefined)
    const lasts: (Row | undefined)[] = step.steps.map(() => undefined)
    const found: Row[] = []
    let matches = 0
    const release = (index: number): void => {
      const last = lasts[index]
      if (last) found.push(last)
      lasts[index] = undefined
    }
    const enter = (index: number, record: Row, records: readonly Row[], match: number): void => {
      states[index] = { records: [...records.slice(0, index), record], match }
      const output = step.steps[index]?.output
      const written = step.matchId ? [...record, match] : record
      if (output === 'all') found.push(written)
      if (output === 'last') lasts[index] = written
    }
    for (const row of rows) {
      for (let index = matchers.length - 1; index >= 0; index--) {
        const match = matchers[index] as Match
        const before = states[index - 1]
        const moved = before && match(row, before)
        if (moved) {
          release(index - 1)
          release(index)
          states[index - 1] = undefined
          enter(index, moved, before.records, before.match)
          continue
        }
        const own = states[index]
        if (!own && index > 0) continue
        const record = match(row, own)
        if (record) enter(index, record, own?.records ?? [], own?.match ?? matches++)
      }
    }
    lasts.forEach((_, index) => release(index))
    return found
  }
}
