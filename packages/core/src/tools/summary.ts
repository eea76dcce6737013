import type { Figure, Offender, Summary } from '../answer.ts'
import { clean } from './clean.ts'

/** Headline, figures and the worst offenders, a line each; offenders of the same name with their ids. */
export function summaryOf({ headline, figures, offenders }: Summary, named: number, sentence: number): string {
  const isAmbiguous = ({ subject }: Offender) => offenders.filter((one) => one.subject === subject).length > 1
  const lines = offenders.slice(0, named).map((offender) => {
    const { subject, severity, reasons, resourceId } = offender
    const id = isAmbiguous(offender) ? ` ${clean(resourceId, 300)}` : ''
    return `- ${clean(subject, 60)}${id} (${severity}): ${clean(reasons.join('; '), sentence)}`
  })
  return [clean(headline, sentence * 3), figures.map((figure) => figureOf(figure, sentence)).join('; '), ...lines]
    .filter((line) => line !== '')
    .join('\n')
}

const figureOf = ({ label, value, unit }: Figure, sentence: number): string =>
  `${label}: ${value === null ? 'unknown' : [clean(String(value), Math.min(60, sentence)), unit].filter(Boolean).join(' ')}`
