import type { Answer } from '../answer.ts'
import { clean } from './clean.ts'
import { stopped } from './stopped.ts'

const shown = 6

/** What a reader must know before trusting the rows; of many warnings the first, and how many more there are. */
export function warningsOf({ warnings }: Pick<Answer, 'warnings'>, sentence: number): readonly string[] {
  const sentences = warnings
    .slice(0, shown)
    .map(({ code, message, hint }) => clean(`${code}: ${stopped(message)} ${hint}`, sentence * 2))
  return warnings.length > shown ? [...sentences, `more: ${warnings.length - shown} further warnings`] : sentences
}
