import type { Outcome } from '@infra-analysis/core'

/** Whether the same call may well succeed later, or failed in a way that nobody foresaw: worth another try. */
export const isPassing: Readonly<Record<Outcome['code'], boolean>> = {
  ok: false,
  InvalidInput: false,
  SignInRequired: false,
  AccessDenied: false,
  Incomplete: false,
  Throttled: true,
  ServiceUnavailable: true,
  QueryRejected: false,
  TableAbsent: false,
  UnsupportedKql: false,
  RowMismatch: false,
  Cancelled: true,
  Defect: true,
}
