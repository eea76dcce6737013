import { UnsupportedKql } from '../errors.ts'
import type { Aggregate } from '../plan/plan.ts'
import { aggregates as registry } from './aggregates/index.ts'
import type { Accumulator } from './call.ts'
import type { Context, Row } from './context.ts'
import { compile, type Reader, readers, siteOf } from './expressions.ts'

/** The accumulators of one group. */
export type Group = readonly Accumulator[]

/** How a group is begun, fed and read. */
export interface Grouping {
  readonly begin: () => Group
  readonly step: (group: Group, row: Row) => void
  readonly finish: (group: Group) => unknown[]
}

type Feed = (accumulator: Accumulator, row: Row) => void

// One closure per number of arguments: a spread call costs an array per row.
function feeder(args: readonly Reader[]): Feed {
  const [first, second, third] = args
  if (!first) return (accumulator) => accumulator.step()
  if (!second) return (accumulator, row) => accumulator.step(first(row))
  if (!third) return (accumulator, row) => accumulator.step(first(row), second(row))
  return (accumulator, row) => accumulator.step(...args.map((read) => read(row)))
}

/** What makes the accumulators of a new group, one maker per aggregate. */
export const accumulatorMakers = (aggregates: readonly Aggregate[], context: Context): (() => Accumulator)[] =>
  aggregates.map((aggregate) => {
    const make = registry[aggregate.name]
    if (!make) throw new UnsupportedKql(`the aggregate ${aggregate.name}`, aggregate.at)
    const args = aggregate.args.map((arg) => compile(arg, context))
    return make(siteOf(aggregate, args, context))
  })

/** Makes aggregates ready to run over groups. */
export function grouping(aggregates: readonly Aggregate[], context: Context): Grouping {
  const makers = accumulatorMakers(aggregates, context)
  const feeds = aggregates.map(({ args }) => feeder(readers(args, context)))
  return {
    begin: () => makers.map((make) => make()),
    step: (group, row) => {
      for (let index = 0; index < feeds.length; index++) (feeds[index] as Feed)(group[index] as Accumulator, row)
    },
    finish(group) {
      const cells: unknown[] = []
      for (let index = 0; index < group.length; index++) {
        const result = group[index]?.finish()
        if (aggregates[index]?.width === undefined) cells.push(result)
        else cells.push(...(result as unknown[]))
      }
      return cells
    },
  }
}
