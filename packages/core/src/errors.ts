/** Who can mend an error decides its code; hosts turn the code into an exit status or an MCP error. */
export type ErrorCode =
  | 'InvalidInput'
  | 'SignInRequired'
  | 'AccessDenied'
  | 'Incomplete'
  | 'Throttled'
  | 'ServiceUnavailable'
  | 'QueryRejected'
  /** A table that the workspace lacks: what fills it is not installed. */
  | 'TableAbsent'
  | 'UnsupportedKql'
  | 'RowMismatch'
  | 'Cancelled'

/** The one error that core throws: what happened (`message`) and what to do about it (`hint`), never a service's own text. */
export class InfraError extends Error {
  override readonly name = 'InfraError'
  readonly code: ErrorCode
  readonly hint: string

  constructor(code: ErrorCode, message: string, hint: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.hint = hint
  }
}

/** An error of the caller's making. */
export const invalid = (message: string, hint: string): InfraError => new InfraError('InvalidInput', message, hint)

/** The caller has given up. */
export const cancelled = (signal: AbortSignal): InfraError =>
  new InfraError('Cancelled', 'The question was cancelled', 'Ask again.', signal.reason)
