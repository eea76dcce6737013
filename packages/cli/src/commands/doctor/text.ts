import type { Check, Diagnosis, Mend, State, Verdict } from '@infra-analysis/core'
import { cellText } from '../../formats/cell.ts'
import type { Look } from '../../look.ts'
import type { Style } from '../../style.ts'
import { harmless } from '../../text/harmless.ts'
import { hanging } from '../../text/wrap.ts'
import { padded } from '../../text/width.ts'

/** The checks with what mends them, then a verdict for each analysis. Command lines stay whole, to be pasted. */
export function* checklist({ asOf, source, checks, verdicts }: Diagnosis, look: Look): Iterable<string> {
  const fleet = source === 'sandbox' ? 'sample fleet' : 'fleet'
  yield look.style.dim(`State of the ${fleet}, ${cellText(asOf, { type: 'datetime' })} UTC`)
  yield ''
  yield look.style.bold('Checks')
  for (const check of checks) yield* checkLines(check, look)
  yield ''
  yield look.style.bold('Analyses')
  for (const verdict of verdicts) yield* verdictLines(verdict, look)
}

/** A check with what mends it. */
export function* checkLines({ name, state, detail, mend }: Check, look: Look): Iterable<string> {
  yield* item(state, state, `${name}: ${detail}`, look)
  if (mend) yield* mendLines(mend, look)
}

const marks: Readonly<Record<Verdict['state'], State>> = { runs: 'ok', partly: 'warning', cannot: 'failed' }

function* verdictLines({ analysis, state, reasons, mend }: Verdict, look: Look): Iterable<string> {
  const names = reasons.map(({ name }) => name).join(', ')
  yield* item(marks[state], state, state === 'partly' ? `${analysis}: see ${names}` : analysis, look)
  if (state !== 'cannot') return
  for (const { name, detail } of reasons) yield* indented(`${name}: ${detail}`, look)
  if (mend) yield* mendLines(mend, look)
}

const margin = 11

function item(state: State, word: string, text: string, look: Look): readonly string[] {
  return hanging(`${markOf(state, look.style)} ${padded(word, margin - 2)}`, margin, harmless(text), look.textWidth)
}

const indented = (text: string, { textWidth }: Look): readonly string[] =>
  hanging(' '.repeat(margin), margin, harmless(text), textWidth)

function* mendLines({ advice, command }: Mend, look: Look): Iterable<string> {
  yield* indented(`→ ${advice}`, look)
  if (command !== undefined) yield `${' '.repeat(margin)}${look.style.cyan(harmless(command))}`
}

function markOf(state: State, style: Style): string {
  switch (state) {
    case 'ok':
      return style.cyan('✓')
    case 'warning':
      return style.yellow('!')
    case 'failed':
      return style.bold(style.red('✗'))
    case 'skipped':
      return style.dim('–')
  }
}
