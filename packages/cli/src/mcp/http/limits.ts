/** What a client of the HTTP server may take up; times in milliseconds. */
export interface Limits {
  /** Until the headers of a request are there. */
  readonly headersTimeout: number
  /** Until a request is there whole; answers may take longer. */
  readonly requestTimeout: number
  /** How often the two are looked after. */
  readonly checkingInterval: number
  readonly connections: number
}

export const limits: Limits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  checkingInterval: 5_000,
  connections: 32,
}
