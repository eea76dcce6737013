import { lowerCall } from '../pipelines.ts'
import type { VerbLowering } from './verb.ts'

/** `invoke f(…)`: the call of a user's function with the input as its first argument. */
export const invoke: VerbLowering = (operator, input, scope) => lowerCall(operator.part('Function'), scope, input)
