// not from the whole of core: start-up must not wait for the analyses
import { type InfraError, invalid } from '@infra-analysis/core/errors'
import { didYouMean } from '@infra-analysis/core/nearest'

/** An error of the command line's making. */
export { invalid }

/** The error for a name that is not among those that are valid. */
export const notAmong = (message: string, given: string, what: string, valid: readonly string[]): InfraError =>
  invalid(`${message}.${didYouMean(given, valid)}`, `${what}: ${valid.join(', ')}.`)
