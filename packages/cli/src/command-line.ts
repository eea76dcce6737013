import type { Analysis } from '@infra-analysis/core'
import { flagsOf } from './flags.ts'
import type { PlaceValues } from './source.ts'
import { line } from './text/shell.ts'

/** The command line that runs an analysis with this input. */
export function commandLine(
  analysis: Analysis,
  input: Readonly<Record<string, unknown>>,
  ...more: readonly string[]
): string {
  const given = flagsOf(analysis).filter(({ key }) => input[key] !== undefined)
  return line([analysis.id, ...given.flatMap(({ key, name }) => argumentsOf(name, input[key])), ...more])
}

/** The arguments that name the place again. */
export const placeArguments = (values: PlaceValues): readonly string[] =>
  Object.entries(values).flatMap(([name, value]) => argumentsOf(name, value))

function argumentsOf(name: string, value: unknown): readonly string[] {
  if (typeof value === 'boolean') return [value ? `--${name}` : `--no-${name}`]
  return [`--${name}`, Array.isArray(value) ? value.join(',') : String(value)]
}
