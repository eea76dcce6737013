import type { Analysis, Answer, CoverageEntry } from '@infra-analysis/core'
import { section, type Entry } from '../text/section.ts'
import type { Look } from '../look.ts'
import { harmless } from '../text/harmless.ts'

const most = 5

type Covered = Pick<Answer, 'coverage'>

/** The resources of which nothing trustworthy is known, by state with its meaning. */
export function gaps({ states }: Analysis, { coverage }: Covered, look: Look): readonly string[] {
  if (coverage.gaps.length === 0) return []
  const entries = byState(coverage.gaps).map(([state, names]): Entry => [
    `${state} ${names.length}`,
    `${listed(names)}. ${states[state]?.meaning}.`,
  ])
  return section(`Not covered: ${coverage.gaps.length} of ${coverage.total}`, entries, look)
}

/** The same on one line. */
export function gapsInBrief({ coverage }: Covered, { style }: Look): readonly string[] {
  if (coverage.gaps.length === 0) return []
  const counts = byState(coverage.gaps).map(([state, names]) => `${state} ${names.length}`)
  return [`  ${style.yellow(`Not covered: ${coverage.gaps.length} of ${coverage.total}`)} (${counts.join(', ')})`]
}

function byState(entries: readonly CoverageEntry[]): readonly [state: string, names: readonly string[]][] {
  const names = new Map<string, string[]>()
  for (const { state, name } of entries) names.set(state, [...(names.get(state) ?? []), harmless(name)])
  return [...names].toSorted(([, a], [, b]) => b.length - a.length)
}

const listed = (names: readonly string[]): string =>
  names.length > most ? `${names.slice(0, most).join(', ')} and ${names.length - most} more` : names.join(', ')
