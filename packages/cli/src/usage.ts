import { didYouMean, InfraError } from '@infra-analysis/core'

/** An error of the command line's making. */
export const invalid = (message: string, hint: string): InfraError => new InfraError('InvalidInput', message, hint)

/** The error for a name that is not among those that are valid. */
export const notAmong = (message: string, given: string, what: string, valid: readonly string[]): InfraError =>
  invalid(`${message}.${didYouMean(given, valid)}`, `${what}: ${valid.join(', ')}.`)
