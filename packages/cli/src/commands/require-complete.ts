import { InfraError, type Answer } from '@infra-analysis/core'

/** Throws Incomplete when anything is missing from one of the answers. */
export function requireComplete(answers: readonly Pick<Answer, 'analysis' | 'complete'>[]): void {
  const incomplete = answers.filter(({ complete }) => !complete).map(({ analysis }) => analysis)
  if (incomplete.length === 0) return
  throw new InfraError(
    'Incomplete',
    `The answer is not complete: ${incomplete.join(', ')}`,
    'The warnings above say what is missing; without --require-complete this is no error.',
  )
}
