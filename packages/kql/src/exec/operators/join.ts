import type { Column } from '../../table.ts'
import type { Expression } from '../../plan/plan.ts'
import type { Context, Row } from '../context.ts'
import { type Reader, readers } from '../expressions.ts'
import { groupRows } from '../groups.ts'
import { keyReader, type KeySpace, keySpace } from '../keys.ts'
import { runPipeline } from '../pipeline.ts'
import type { Operator } from './operator.ts'

/** What a key is when one of its cells is null: such a row matches nothing. */
const unmatchable = Symbol('null key')

function matchKey(keys: readonly Expression[], context: Context, space: KeySpace): Reader {
  const cells = readers(keys, context)
  const key = keyReader(keys, context, space)
  return (row) => (cells.some((read) => read(row) === null) ? unmatchable : key(row))
}

const blank = (columns: readonly Column[]): Row => columns.map(({ type }) => (type === 'string' ? '' : null))

/** Joins by hashing the right side; the left order is kept, unmatched right rows come last. */
export const join: Operator<'join'> = (step, context) => {
  const { kind, left, right, leftKeys, rightKeys } = step
  const space = keySpace(leftKeys.length)
  const leftKey = matchKey(leftKeys, context, space)
  const rightKey = matchKey(rightKeys, context, space)
  return (leftRows) => {
    const rightRows = runPipeline(right, context)
    switch (kind) {
      case 'leftsemi':
      case 'leftanti':
        return matching(leftRows, leftKey, rightRows, rightKey, kind === 'leftsemi')
      case 'rightsemi':
      case 'rightanti':
        return matching(rightRows, rightKey, leftRows, leftKey, kind === 'rightsemi')
      case 'innerunique':
        return pairs(firstOfEach(leftRows, leftKey), leftKey, rightRows, rightKey, {})
      case 'inner':
      case 'leftouter':
      case 'rightouter':
      case 'fullouter': {
        const noRight = kind === 'leftouter' || kind === 'fullouter' ? blank(right.columns) : undefined
        const noLeft = kind === 'rightouter' || kind === 'fullouter' ? blank(left) : undefined
        return pairs(leftRows, leftKey, rightRows, rightKey, { noLeft, noRight })
      }
    }
  }
}

/** What stands in for a missing side; without it a row that has no match goes. */
interface Blanks {
  readonly noLeft?: Row | undefined
  readonly noRight?: Row | undefined
}

function pairs(
  leftRows: readonly Row[],
  leftKey: Reader,
  rightRows: readonly Row[],
  rightKey: Reader,
  { noLeft, noRight }: Blanks,
): Row[] {
  const byKey = groupRows(rightRows, rightKey)
  byKey.delete(unmatchable)
  const matched = new Set<unknown>()
  const joined: Row[] = []
  for (const row of leftRows) {
    const key = leftKey(row)
    const matches = byKey.get(key)
    if (matches) {
      if (noLeft) matched.add(key)
      for (const match of matches) joined.push(row.concat(match))
    } else if (noRight) joined.push(row.concat(noRight))
  }
  if (noLeft) for (const row of rightRows) if (!matched.has(rightKey(row))) joined.push(noLeft.concat(row))
  return joined
}

function matching(
  rows: readonly Row[],
  keyOf: Reader,
  others: readonly Row[],
  otherKey: Reader,
  wanted: boolean,
): Row[] {
  const keys = new Set(others.map(otherKey))
  keys.delete(unmatchable)
  return rows.filter((row) => keys.has(keyOf(row)) === wanted)
}

function firstOfEach(rows: readonly Row[], keyOf: Reader): Row[] {
  const seen = new Set<unknown>([unmatchable])
  return rows.filter((row) => {
    const key = keyOf(row)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
