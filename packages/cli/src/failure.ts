import { isInfraError } from './exit.ts'
import type { Style } from './style.ts'
import { harmless } from './text/harmless.ts'

/** An error as two lines, what happened and what to do; the stack follows when it is wanted. */
export function failure(error: unknown, style: Style, withStack: boolean): readonly string[] {
  const [message, hint] = isInfraError(error) ? [error.message, error.hint] : defect(error)
  const lines = [`${style.bold(style.red('Error:'))} ${harmless(message)}`, harmless(hint)]
  return withStack ? [...lines, ...stackOf(error)] : lines
}

const defect = (error: unknown): [string, string] => [
  `infra-cli failed: ${error instanceof Error ? error.message : String(error)}`,
  'This is a defect: please report it with your command; --verbose prints where it happened.',
]

const stackOf = (error: unknown): readonly string[] =>
  error instanceof Error ? (error.stack ?? '').split('\n').map(harmless) : []
