import { InfraError, type Reply, stopped } from '@infra-analysis/core'

/** An error as a reply that says what was wrong and what to do; of a defect nothing but that it is one. */
export function refusal(error: unknown): Reply {
  const isKnown = error instanceof InfraError
  const text = isKnown
    ? `${error.code}: ${stopped(error.message)} ${stopped(error.hint)}`
    : 'Defect: The call failed. Repeating it does not help: report it with the invocation id.'
  return {
    result: { content: [{ type: 'text', text }], isError: true },
    outcome: { code: isKnown ? error.code : 'Defect', rows: 0, complete: false, scope: {} },
    error,
  }
}
