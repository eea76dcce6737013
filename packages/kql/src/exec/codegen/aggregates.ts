import type { Aggregate } from '../../plan/plan.ts'
import { accumulatorMakers } from '../aggregation.ts'
import type { Context } from '../context.ts'
import type { Code } from './code.ts'
import type { Writer } from './expression.ts'
import { inlineAggregate } from './inline-aggregates.ts'

/** A list that holds a part of an aggregate: its name, and what the part begins as. */
export interface PartList {
  readonly name: string
  readonly begin: string
}

/** Aggregates whose parts lie in lists. */
export interface ListedAggregates {
  readonly lists: readonly PartList[]
  /** Writes what a row does to them. */
  readonly step: (write: Writer) => void
  /** Their cells as code, to be asked for behind `step`. */
  readonly cells: () => readonly string[]
}

/** Aggregates whose parts lie at a place of their lists, such as `[group]`. */
export function listed(
  aggregates: readonly Aggregate[],
  place: string,
  code: Code,
  context: Context,
): ListedAggregates {
  const makers = accumulatorMakers(aggregates, context)
  const inline = aggregates.map((aggregate, index) =>
    inlineAggregate(aggregate, {
      a: `a${index}${place}`,
      b: `b${index}${place}`,
      maker: code.capture(makers[index]),
    }),
  )
  return {
    lists: inline.flatMap(({ begin }, index) =>
      begin.map((value, part) => ({ name: `${part === 0 ? 'a' : 'b'}${index}`, begin: value })),
    ),
    step: (write) => inline.forEach(({ step }) => step(write)),
    cells: () => inline.flatMap(({ finish }) => finish()),
  }
}
