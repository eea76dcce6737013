/** What a caller prefers in an answer of Log Analytics. */
export interface Preference {
  /** How long the service works on the query, in milliseconds. */
  readonly waitMs: number
  readonly statistics: boolean
  readonly render: boolean
}

const waitByDefault = 180
const longestWait = 600

/** Reads the header `Prefer`, such as `wait=30,include-statistics=true`. */
export function preferenceOf(header: string | readonly string[] | undefined): Preference {
  const given = new Map(
    String(header ?? '')
      .split(',')
      .map((one) => one.trim().toLowerCase().split('='))
      .map(([name, value]) => [name, value] as const),
  )
  const wait = Number(given.get('wait') ?? waitByDefault)
  return {
    waitMs: Math.min(Number.isFinite(wait) ? wait : waitByDefault, longestWait) * 1000,
    statistics: given.get('include-statistics') === 'true',
    render: given.get('include-render') === 'true',
  }
}
