import { compare } from '../../values/compare.ts'
import type { AggregateFunction } from '../call.ts'
import { when } from './if.ts'

/** Whether a value takes the place of the best one so far. */
type Better = (cell: unknown, best: unknown) => boolean

const greater: Better = (cell, best) => compare(cell, best) > 0
const smaller: Better = (cell, best) => compare(cell, best) < 0

const extreme =
  (better: Better): AggregateFunction =>
  (site) => {
    const nothing = site.result === 'string' ? '' : null
    return () => {
      let best: unknown = null
      return {
        step(cell) {
          if (cell !== null && (best === null || better(cell, best))) best = cell
        },
        finish: () => best ?? nothing,
      }
    }
  }

const argument =
  (better: Better): AggregateFunction =>
  (site) => {
    const nothing = site.types.map((type) => (type === 'string' ? '' : null))
    return () => {
      let row: unknown[] | undefined
      return {
        step(cell, ...rest) {
          if (row === undefined || (cell !== null && (row[0] === null || better(cell, row[0])))) row = [cell, ...rest]
        },
        finish: () => row ?? nothing,
      }
    }
  }

/** The smallest and the greatest value, and the row that holds it; the first of equal ones. */
export const extremes: Readonly<Record<string, AggregateFunction>> = {
  max: extreme(greater),
  min: extreme(smaller),
  maxif: when(extreme(greater)),
  minif: when(extreme(smaller)),
  arg_max: argument(greater),
  arg_min: argument(smaller),
  argmax: argument(greater),
  argmin: argument(smaller),
}
