import type { ScalarType } from '../table.ts'
import { type Converter, converter } from '../values/convert.ts'
import type { CallSite, Implementation, ScalarFunction } from './call.ts'
import { strict } from './call.ts'

/** What a function wants at one position: a type, to which a cell of another type is converted, or a cell as it is. */
export type Parameter = ScalarType | 'any'

const identity: Converter = (cell) => cell

/** The conversion of one argument to what the function wants. */
export const argument = (site: CallSite, position: number, wanted: Parameter): Converter => {
  const type = site.types[position] ?? 'dynamic'
  return wanted === 'any' || wanted === type ? identity : converter(type, wanted, site.at)
}

const converted = (
  site: CallSite,
  parameters: readonly Parameter[],
  implementation: Implementation,
): Implementation => {
  const run = implementation as (...cells: unknown[]) => unknown
  const converters = site.types.map((_, position) =>
    argument(site, position, parameters[position] ?? parameters.at(-1) ?? 'any'),
  )
  if (converters.every((convert) => convert === identity)) return run
  const [first = identity, second = identity, third = identity] = converters
  if (converters.length === 1) return (a: unknown) => run(first(a))
  if (converters.length === 2) return (a: unknown, b: unknown) => run(first(a), second(b))
  if (converters.length === 3) return (a: unknown, b: unknown, c: unknown) => run(first(a), second(b), third(c))
  return (...cells: unknown[]) => run(...cells.map((cell, position) => converters[position]?.(cell)))
}

/** A function of typed parameters, the last one repeating, that sees nulls itself. */
export const loose =
  (parameters: readonly Parameter[], implementation: Implementation): ScalarFunction =>
  (site) =>
    converted(site, parameters, implementation)

/** A function of typed parameters, the last one repeating, whose result is null as soon as one argument is. */
export const typed =
  (parameters: readonly Parameter[], implementation: Implementation): ScalarFunction =>
  (site) =>
    converted(site, parameters, strict(implementation)(site))
