import type { InfraError } from '../errors.ts'

/** Why a request failed, and whether another attempt may succeed. */
export interface Failure {
  readonly error: InfraError
  /** `never`, `once` more at once, `soon` after a pause, or when the service has `quota` again. */
  readonly retry: 'never' | 'once' | 'soon' | 'quota'
  /** The answer is more than the service sends at once. */
  readonly isTooLarge?: boolean
}
