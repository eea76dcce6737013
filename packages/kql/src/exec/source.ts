import { UnsupportedKql } from '../errors.ts'
import type { Source, UnionLeg } from '../plan/plan.ts'
import type { Context, Row } from './context.ts'
import { constantOf, readers } from './expressions.ts'
import type { Rows } from './frame.ts'
import { type Prepared, prepare } from './pipeline.ts'

/** Makes a source ready to read; `used` tells which slots of its rows will be read, if not all. */
export function readSource(
  source: Source,
  context: Context,
  used: () => ReadonlySet<number> | undefined,
): (input: readonly Row[]) => Rows {
  switch (source.kind) {
    case 'table':
      return () => context.table(source.name, source.columns, used)
    case 'view':
      return () => context.view(source.name)
    case 'input':
      return (input) => input
    case 'rows':
      return () => source.rows.map((cells) => cells.map((cell) => constantOf(cell, context)))
    case 'range':
      return () =>
        range(constantOf(source.from, context), constantOf(source.to, context), constantOf(source.step, context))
    case 'union': {
      const legs = source.legs.map((leg) => readLeg(leg, context))
      return (input) => legs.flatMap((leg) => leg(input))
    }
  }
}

function readLeg({ pipeline, cells }: UnionLeg, context: Context): Prepared {
  const leg = prepare(pipeline, context)
  const read = readers(cells, context)
  return (input) => leg(input).map((row) => read.map((cell) => cell(row)))
}

function range(from: unknown, to: unknown, step: unknown): Row[] {
  if (typeof from !== 'number' || typeof to !== 'number' || typeof step !== 'number') {
    if (from === null || to === null || step === null) return []
    throw new UnsupportedKql('range beyond 2^53')
  }
  if (step === 0) throw new UnsupportedKql('range with a step of zero')
  // Counting, not adding up: a sum of fractions would drift.
  const count = Math.floor((to - from) / step) + 1
  return Array.from({ length: Math.max(0, count) }, (_, index) => [from + index * step])
}
