import type { Look } from '../look.ts'
import { hanging } from './wrap.ts'
import { widthOf } from './width.ts'

/** A term and what it means. */
export type Entry = readonly [term: string, meaning: string]

const widestMargin = 34

/** A heading over terms with their meanings in a column, aligned with other entries too; a term that is too long stands on a line of its own. */
export function section(
  heading: string,
  entries: readonly Entry[],
  { style, textWidth }: Look,
  others: readonly Entry[] = [],
): readonly string[] {
  const fitting = [...entries, ...others].map(([term]) => widthOf(term) + 4).filter((width) => width <= widestMargin)
  const margin = Math.max(0, ...fitting) || widestMargin
  const lines = entries.flatMap(([term, meaning]) => {
    const first = `  ${style.cyan(term)}`
    const space = margin - 2 - widthOf(term)
    return space >= 2
      ? hanging(first + ' '.repeat(space), margin, meaning, textWidth)
      : [first, ...hanging(' '.repeat(margin), margin, meaning, textWidth)]
  })
  return ['', style.bold(heading), ...lines]
}

/** A heading over lines that stay as they are. */
export const block = (heading: string, lines: readonly string[], { style }: Look): readonly string[] => [
  '',
  style.bold(heading),
  ...lines.map((line) => `  ${line}`),
]
