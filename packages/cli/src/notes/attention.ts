import type { Answer, Offender } from '@infra-analysis/core'
import { markOf, markWidth } from '../formats/mark.ts'
import { gap } from '../formats/fit.ts'
import { block } from '../text/section.ts'
import type { Look } from '../look.ts'
import { harmless } from '../text/harmless.ts'
import { padded, shortened, widthOf } from '../text/width.ts'

const most = 5

/** The worst of an answer, each with its first reason. */
export function attention({ findings, summary }: Answer, look: Look): readonly string[] {
  const resources = new Set(findings.map(({ resourceId }) => resourceId)).size
  if (resources === 0) return []
  return block(`Needs attention: ${resources}`, offenderLines(summary.offenders.slice(0, most), look), look)
}

/** One line for each: mark, name, first reason, how many more. */
export function offenderLines(offenders: readonly Offender[], { width, style }: Look): readonly string[] {
  const names = offenders.map(({ subject }) => shortened(harmless(subject), 24))
  const widest = Math.max(0, ...names.map(widthOf))
  return offenders.map(({ severity, reasons: [first = '', ...others] }, i) => {
    const more = others.length > 0 ? ` (+${others.length})` : ''
    const room = width - 2 - markWidth - widest - 2 * gap - more.length
    return `${markOf(severity, style)}  ${padded(names[i] ?? '', widest)}  ${shortened(harmless(first), Math.max(20, room))}${style.dim(more)}`
  })
}
