import type { Answer } from '@infra-analysis/core'
import type { Look } from '../look.ts'
import { harmless } from '../text/harmless.ts'
import { hanging } from '../text/wrap.ts'

const label = 'Warning: '

/** What the reader must know before trusting the rows. */
export const warnings = (answer: Pick<Answer, 'warnings'>, { style, textWidth }: Look): readonly string[] =>
  answer.warnings.flatMap(({ message, hint }) => [
    '',
    ...hanging(style.bold(style.yellow(label)), label.length, harmless(`${message} ${hint}`), textWidth),
  ])
