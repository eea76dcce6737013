import type { FunctionInput } from '@azure/functions'
import type { Callable } from '../callable.ts'

/** What a function has to be handed so that it can call any of these. */
export const extraInputsOf = (callables: Iterable<Callable>): FunctionInput[] => [
  ...new Set([...callables].flatMap(({ extraInputs = [] }) => extraInputs)),
]
