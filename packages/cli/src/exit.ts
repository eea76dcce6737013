import type { ErrorCode, InfraError } from '@infra-analysis/core'

const statuses: Readonly<Record<ErrorCode, number>> = {
  InvalidInput: 2,
  SignInRequired: 3,
  AccessDenied: 3,
  Incomplete: 4,
  TableAbsent: 4,
  Throttled: 5,
  ServiceUnavailable: 5,
  QueryRejected: 70,
  UnsupportedKql: 70,
  RowMismatch: 70,
  Cancelled: 130,
}

/** The exit status: its own, else who can mend it decides; what nobody foresaw is ours, 70. */
export const statusOf = (error: unknown): number =>
  isInfraError(error) ? ((error as { status?: number }).status ?? statuses[error.code]) : 70

/** An error with an exit status of its own. */
export const withStatus = (status: number, error: InfraError): InfraError => Object.assign(error, { status })

/** Told by its name, so that core need not be loaded to know. */
export const isInfraError = (error: unknown): error is InfraError =>
  error instanceof Error && error.name === 'InfraError'
