import { commandLine, placeArguments } from '../../command-line.ts'
import { commandBlock } from '../../text/commands.ts'
import { line } from '../../text/shell.ts'
import type { Look } from '../../look.ts'
import { placeValues } from '../../notes/next.ts'
import type { PlaceValues } from '../../source.ts'
import type { Outcome } from '../overview.ts'

const examplesEach = 2

/** Commands to try after an overview: the examples of the analyses, at the same place. */
export function suggestions(outcomes: readonly Outcome[], values: PlaceValues, look: Look): readonly string[] {
  const at = placeArguments(placeValues(values))
  const examples = outcomes.flatMap(({ analysis }) =>
    analysis.examples
      .slice(0, examplesEach)
      .map(({ title, input }) => [commandLine(analysis, input, ...at), title] as const),
  )
  return commandBlock('Try next', [...examples, [line(['--help']), 'All commands']], look)
}
