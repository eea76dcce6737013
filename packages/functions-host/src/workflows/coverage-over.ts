import type { Coverage } from '@infra-analysis/core'

/** The coverage of several answers about different resources. */
export function coverageOver(answers: readonly { readonly coverage: Coverage }[]): Coverage {
  const all = { total: 0, covered: 0, states: {} as Record<string, number>, gaps: answers.flatMap(gapsOf) }
  for (const { coverage } of answers) {
    all.total += coverage.total
    all.covered += coverage.covered
    for (const [state, count] of Object.entries(coverage.states)) all.states[state] = (all.states[state] ?? 0) + count
  }
  return all
}

const gapsOf = ({ coverage }: { readonly coverage: Coverage }) => coverage.gaps
