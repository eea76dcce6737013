import { type Coverage, numeral, type Offender, type Severity, type Summary } from '@infra-analysis/core'
import type { PartSection } from './part-section.ts'

const mostOffenders = 10

/** The summary of answers from so many subscriptions, by what was found in them. */
export function summaryOver(offenders: readonly Offender[], { total }: Coverage, subscriptions: number): Summary {
  const of = (severity: Severity) => offenders.filter((offender) => offender.severity === severity).length
  return {
    headline: headline(of('high'), offenders.length, total, inSubscriptions(subscriptions)),
    figures: [
      { label: 'Resources', value: total },
      { label: 'With findings of high severity', value: of('high') },
      { label: 'Of medium severity at most', value: of('medium') },
      { label: 'Of low severity', value: of('low') },
    ],
    offenders: offenders.slice(0, mostOffenders),
  }
}

/** The summary of answers of which only the number of rows is news. */
export function countOver(noun: string, parts: readonly PartSection[]): Summary {
  const value = parts.reduce((sum, { rows }) => sum + rows, 0)
  const answered = parts.filter(({ answer }) => answer).length
  return {
    headline: `${noun}: ${numeral(value)} ${inSubscriptions(answered)}.`,
    figures: [{ label: noun, value }],
    offenders: [],
  }
}

function headline(high: number, found: number, total: number, where: string): string {
  if (total === 0) return `There is no such resource ${where}.`
  if (found === 0) return `Nothing to act on was found ${where}.`
  return `Resources with findings ${where}: ${numeral(found)}, of which ${numeral(high)} have one of high severity.`
}

const inSubscriptions = (count: number): string => `in ${numeral(count)} subscription${count === 1 ? '' : 's'}`
