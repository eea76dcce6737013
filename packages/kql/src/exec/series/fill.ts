import type { ScalarFunction } from '../call.ts'
import { asReals, equalDynamic, holdsReals } from '../../values/dynamic.ts'
import { loose } from '../typed.ts'

type Items = readonly unknown[]

/** A function that replaces the missing elements of an array; `missing` is what counts as one besides null. */
const filling = (
  run: (items: Items, isMissing: (item: unknown) => boolean, ...rest: never[]) => unknown[],
  place: 0 | 1,
): ScalarFunction =>
  loose(['dynamic'], (cell: unknown, ...rest: never[]) => {
    if (!Array.isArray(cell)) return null
    const missing: unknown = rest[place] ?? null
    const isMissing = (item: unknown): boolean => item === null || (missing !== null && equalDynamic(item, missing))
    const filled = run(cell, isMissing, ...rest.toSpliced(place, 1))
    return holdsReals(cell) ? asReals(filled) : filled
  })

const forward = (items: Items, isMissing: (item: unknown) => boolean): unknown[] => {
  let last: unknown
  return items.map((item) => {
    if (!isMissing(item)) last = item
    return isMissing(item) ? (last ?? item) : item
  })
}

const backward = (items: Items, isMissing: (item: unknown) => boolean): unknown[] =>
  forward(items.toReversed(), isMissing).toReversed()

const constant = (items: Items, isMissing: (item: unknown) => boolean, value: unknown = 0): unknown[] =>
  items.map((item) => (isMissing(item) ? value : item))

interface Known {
  readonly index: number
  readonly value: number
}

const between = (left: Known, right: Known, index: number): number =>
  left.value + ((right.value - left.value) * (index - left.index)) / (right.index - left.index)

const linear = (
  items: Items,
  isMissing: (item: unknown) => boolean,
  edges: unknown = true,
  value: unknown = 0,
): unknown[] => {
  if (!items.some(isMissing)) return [...items]
  const known = items.flatMap((item, index): Known[] => (isMissing(item) ? [] : [{ index, value: Number(item) }]))
  const [first] = known
  const last = known.at(-1)
  if (!first || !last) return items.map(() => value)
  // Whole numbers stay whole: what is interpolated between them loses its fraction.
  const whole = !holdsReals(items)
  let next = 0
  return items.map((item, index) => {
    if (!isMissing(item)) return item
    while (next < known.length && (known[next]?.index ?? 0) < index) next += 1
    const right = known[next]
    const left = known[next - 1]
    if (!left || !right) return edges === false ? item : (left ?? right)?.value
    const filled = between(left, right, index)
    return whole ? Math.trunc(filled) : filled
  })
}

/** Functions that fill the gaps of a series. */
export const fills: Readonly<Record<string, ScalarFunction>> = {
  series_fill_forward: filling(forward, 0),
  series_fill_backward: filling(backward, 0),
  series_fill_const: filling(constant, 1),
  series_fill_linear: filling(linear, 0),
}
