import type { Analysis } from '@infra-analysis/core'
import { flagsOf } from '../flags.ts'
import type { Options } from '../options.ts'

/** The options that an analysis adds to the common ones: its input, and its views where it has several. */
export function analysisOptions(analysis: Analysis): Options {
  const views = Object.keys(analysis.views)
  return {
    ...Object.fromEntries(flagsOf(analysis).map(({ name, option }) => [name, option])),
    ...(views.length > 1 ? { view: viewOption(views, analysis.main) } : {}),
  }
}

const viewOption = (choices: readonly string[], byDefault: string) =>
  ({ kind: 'choice', choices, byDefault, placeholder: 'view', description: 'What a row is' }) as const
