import { isDeepStrictEqual } from 'node:util'
import { type Analysis, viewOf } from './analysis.ts'
import { invalid } from './errors.ts'
import { filters } from './input.ts'
import { bind } from './kql/bind.ts'
import { windowFor } from './window.ts'
import { queriesIn } from './view.ts'

type Input = Readonly<Record<string, unknown>>

/** Refuses what was asked for and would leave the rows of a view as they are: they would look filtered. Throws InvalidInput. */
export function refuseIdle(analysis: Analysis, view: string, input: Input, asOf: Date): void {
  const idle = Object.keys(input).find((name) => isIdle(analysis, view, name, input[name], asOf))
  if (idle === undefined) return
  const others = Object.keys(analysis.views).filter((other) => !isIdle(analysis, other, idle, input[idle], asOf))
  throw invalid(
    `'${idle}' does not filter the rows of the view '${view}'`,
    others.length > 0 ? `Views that it filters: ${others.join(', ')}. Leave it out here.` : 'Leave it out.',
  )
}

/** Whether an input, given alone, leaves the queries of a view as they are without it. */
export function isIdle(analysis: Analysis, view: string, name: string, value: unknown, asOf: Date): boolean {
  const byDefault: Input = analysis.input.parse({})
  if (isDeepStrictEqual(value, byDefault[name])) return false
  const asked = (input: Input) => queriesOf(analysis, view, input, asOf)
  return asked(byDefault) === asked({ ...byDefault, [name]: value })
}

function queriesOf(analysis: Analysis, view: string, input: Input, asOf: Date): string {
  const window = windowFor(analysis, input, asOf)
  const values = analysis.parameters(input, { asOf, window, machineIds: machinesIn(input) })
  return JSON.stringify([window, queriesIn(viewOf(analysis, view)).map(({ kql }) => bind(kql, values))])
}

/** What stands for the machines, whichever filter selects these: a query that lacks the filter asks for them by id. */
const machinesIn = (input: Input): readonly string[] =>
  Object.keys(filters)
    .flatMap((name) => (input[name] as string | readonly string[] | undefined) ?? [])
    .filter(Boolean)
