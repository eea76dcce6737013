import type { MakeSeries } from '../../plan/plan.ts'
import { asReals, intoDynamic } from '../../values/dynamic.ts'
import { type Group, grouping } from '../aggregation.ts'
import { axisOf, binsOf } from '../bins.ts'
import type { Context, Row } from '../context.ts'
import { constantOf, reader, readers } from '../expressions.ts'
import { keyReader } from '../keys.ts'
import type { Operator } from './operator.ts'

/** One row to be: the cells of its keys, and its bins as far as rows fall into them. */
interface Series {
  readonly cells: Row
  readonly bins: (Group | undefined)[]
}

/** Makes one row per group: its keys, one array per aggregate with an element per bin, and last the axis. */
export const makeSeries: Operator<'make-series'> = (step, context) => {
  const placeOf = reader(step.axis, context)
  const keyOf = keyReader(step.keys, context)
  const keyCells = readers(step.keys, context)
  const { begin, step: feed, finish } = grouping(step.aggregates, context)
  const columns = seriesColumns(step, context)
  return (rows) => {
    const places = rows.map(placeOf)
    const known = places.filter((place) => place !== null).map(Number)
    if (known.length === 0 && !(step.nonempty && step.keys.length === 0)) return []
    const { start, size, count } = binsOf(step, known, context)
    const empty = (row: Row): Series => ({
      cells: keyCells.map((read) => read(row)),
      bins: Array.from({ length: count }, () => undefined),
    })
    const groups = new Map<unknown, Series>()
    rows.forEach((row, index) => {
      if (places[index] === null) return
      const key = keyOf(row)
      let group = groups.get(key)
      if (!group) groups.set(key, (group = empty(row)))
      const bin = Math.floor((Number(places[index]) - start) / size)
      if (bin >= 0 && bin < count) feed((group.bins[bin] ??= begin()), row)
    })
    if (known.length === 0) groups.set(undefined, empty([]))
    const axis = axisOf({ start, size, count }, step.axis.type)
    return Array.from(groups.values(), ({ cells, bins }) => {
      const finished = bins.map((group) => group && finish(group))
      return [...cells, ...columns.map((elements) => elements(finished)), axis]
    })
  }
}

/** Makes each series of the finished groups of a row's bins. */
function seriesColumns(
  { series }: MakeSeries,
  context: Context,
): ((bins: readonly (Row | undefined)[]) => unknown[])[] {
  return series.map(({ value, fallback }) => {
    const read = reader(value, context)
    const print = intoDynamic(value.type)
    const empty = intoDynamic(fallback.type)(constantOf(fallback, context))
    const elements = (bins: readonly (Row | undefined)[]): unknown[] =>
      bins.map((cells) => (cells ? print(read(cells)) : empty))
    return value.type === 'real' ? (bins) => asReals(elements(bins)) : elements
  })
}
