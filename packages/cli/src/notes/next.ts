import type { Analysis, Answer } from '@infra-analysis/core'
import { commandLine, placeArguments } from '../command-line.ts'
import { commandBlock } from '../text/commands.ts'
import type { Look } from '../look.ts'
import { place, type common, type ValuesOf } from '../options.ts'
import type { PlaceValues } from '../source.ts'

/** Commands to try after an analysis: its other views, of the worst machine where there is one, and its help. */
export function next(
  analysis: Analysis,
  answer: Answer,
  values: ValuesOf<typeof common>,
  look: Look,
): readonly string[] {
  const at = placeArguments(placeValues(values))
  const worst = 'machines' in analysis.input.shape ? worstMachine(answer) : undefined
  const views = Object.entries(analysis.views).filter(([name]) => name !== answer.view)
  const others = views.map(([name, { description }]) => {
    const isAboutWorst = worst !== undefined && name !== analysis.main
    const command = commandLine(analysis, isAboutWorst ? { machines: [worst] } : {}, '--view', name, ...at)
    return [command, `One row is ${inSentence(description)}`] as const
  })
  return commandBlock('Try next', [...others, [commandLine(analysis, {}, '--help'), 'All options and columns']], look)
}

const inSentence = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1)

/** Those of the values that say where to ask. */
export const placeValues = (values: PlaceValues): PlaceValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => Object.hasOwn(place, name)))

/** The name of the worst offender that is a machine and shares its name with no other row. */
function worstMachine({ summary, rows }: Answer): string | undefined {
  const isUnique = (name: string) => rows.filter((row) => Object.values(row).includes(name)).length === 1
  return summary.offenders.find(({ resourceId, subject }) => machineId.test(resourceId) && isUnique(subject))?.subject
}

const machineId = /\/(?:hybridcompute\/machines|compute\/virtualmachines)\/[^/]+$/
