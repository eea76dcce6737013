import type { AggregateFunction } from '../call.ts'

/** The `…if` form of an aggregate: it sees the rows whose condition, the argument after its own, is true. */
export const when =
  (aggregate: AggregateFunction, position = 1): AggregateFunction =>
  (site) => {
    const without = <T>(list: readonly T[]): T[] => list.toSpliced(position, 1)
    const make = aggregate({ ...site, types: without(site.types), constants: without(site.constants) })
    if (position === 1) {
      return () => {
        const inner = make()
        return {
          step(cell, condition, ...rest) {
            if (condition === true) inner.step(cell, ...rest)
          },
          finish: () => inner.finish(),
        }
      }
    }
    return () => {
      const inner = make()
      return {
        step(...cells) {
          if (cells[position] === true) inner.step(...without(cells))
        },
        finish: () => inner.finish(),
      }
    }
  }
