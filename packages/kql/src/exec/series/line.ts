import { mean } from './series.ts'

/** A straight line over the indexes 0, 1, 2 … */
export interface Line {
  readonly slope: number
  readonly interception: number
}

/** The line of least squares through the values, by index. */
export const fitLine = (values: readonly number[]): Line => {
  const centre = (values.length - 1) / 2
  const average = mean(values)
  let products = 0
  let squares = 0
  for (const [index, value] of values.entries()) {
    products += (index - centre) * (value - average)
    squares += (index - centre) ** 2
  }
  const slope = squares === 0 ? 0 : products / squares
  return { slope, interception: average - slope * centre }
}

/** The line's value at an index. */
export const along = ({ slope, interception }: Line, index: number): number => interception + slope * index
