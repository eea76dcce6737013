import type { InfraError } from '@infra-analysis/core'
import { analyses } from '../analyses.generated.ts'
import { parseOptions } from '../args.ts'
import { common } from '../options.ts'
import { invalid, notAmong } from '../usage.ts'
import { commands } from './index.ts'

const names: readonly string[] = [...analyses.map(({ id }) => id), ...Object.keys(commands)]

/** The error for a command that does not exist. */
export const unknownCommand = (name: string): InfraError =>
  notAmong(`There is no command '${name}'`, name, 'Commands', names)

/** The error for options without a command. Throws InvalidInput for options that do not exist. */
export function missingCommand(argv: readonly string[]): InfraError {
  parseOptions(argv, common)
  return invalid('No command is given', `Commands: ${names.join(', ')}.`)
}
