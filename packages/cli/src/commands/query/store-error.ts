import { InfraError } from '@infra-analysis/core'
import { invalid } from '../../usage.ts'

/** An error of a source as the author of the query needs it: what is rejected is theirs to mend, what is not supported has its place. */
export async function storeError(error: unknown, kql: string): Promise<unknown> {
  if (!(error instanceof InfraError)) return error
  if (error.code === 'QueryRejected') return invalid(error.message, error.hint)
  const { UnsupportedKql } = await import('@infra-analysis/kql')
  if (error.cause instanceof UnsupportedKql && error.cause.at) {
    const message = `${placeOf(kql, error.cause.at.start)} ${error.message}`
    return new InfraError(error.code, message, error.hint, error.cause)
  }
  return error
}

function placeOf(kql: string, start: number): string {
  const lines = kql.slice(0, start).split('\n')
  return `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`
}
