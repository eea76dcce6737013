import type { BicepFile } from './declarations.ts'
import type { Expression } from './expression.ts'

/** Every expression of a file, as it is declared: what is within them is not listed. */
export const expressionsOf = (file: BicepFile): readonly Expression[] => [
  ...file.parameters.flatMap((one) => (one.default ? [one.default] : [])),
  ...file.variables.map(({ value }) => value),
  ...file.outputs.map(({ value }) => value),
  ...[...file.resources, ...file.modules].flatMap(({ condition, body }) => (condition ? [condition, body] : [body])),
]
