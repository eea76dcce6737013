import type { Answer, Place } from '@infra-analysis/core'
import { cellText } from '../../formats/cell.ts'
import type { Look } from '../../look.ts'
import { offenderLines } from '../../notes/attention.ts'
import { gapsInBrief } from '../../notes/gaps.ts'
import { warnings } from '../../notes/warnings.ts'
import { failure } from '../../failure.ts'
import { harmless } from '../../text/harmless.ts'
import { wrapped } from '../../text/wrap.ts'
import type { Outcome } from '../overview.ts'
import { figureGrid } from './figures.ts'

const most = 3

/** Each analysis in brief: headline, figures, the worst, and what is not covered. */
export function* overviewText({ source }: Place, outcomes: readonly Outcome[], look: Look): Iterable<string> {
  const now = cellText(source.now().toISOString(), { type: 'datetime' })
  yield look.style.dim(`State of the ${source.name === 'sandbox' ? 'sample fleet' : 'fleet'}, ${now} UTC`)
  for (const outcome of outcomes) {
    const { title, id } = outcome.analysis
    yield ''
    yield `${look.style.bold(look.style.cyan(title))} ${look.style.dim(`(${id})`)}`
    yield* 'answer' in outcome ? answerLines(outcome.answer, look) : failure(outcome.error, look.style, false)
  }
}

function* answerLines(answer: Answer, look: Look): Iterable<string> {
  const { headline, figures, offenders } = answer.summary
  yield* wrapped(harmless(headline), look.textWidth)
  yield ''
  yield* figureGrid(figures, look)
  const troubled = new Set(answer.findings.map(({ resourceId }) => resourceId)).size
  if (troubled > 0) {
    yield ''
    yield* offenderLines(offenders.slice(0, most), look).map((line) => `  ${line}`)
    if (troubled > most) yield look.style.dim(`      and ${troubled - most} more with findings`)
  }
  const uncovered = gapsInBrief(answer, look)
  if (uncovered.length > 0) yield ''
  yield* uncovered
  yield* warnings(answer, look)
}
