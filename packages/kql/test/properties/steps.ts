import fc from 'fast-check'
import { aggregates, conditions, expressions } from './reference.ts'

const condition = fc.constantFrom(...conditions.map(({ kql }) => kql))
const value = fc.constantFrom(...expressions.map(({ kql }) => kql))
const aggregate = fc.constantFrom(...aggregates.map(({ kql }) => kql))
const key = fc.constantFrom('k', 'b', 'n', 'r', 't')

/** Steps over the generated tables `T` and `U`. Each keeps the columns k, b, n, r and t, so that any may follow any. */
export const step: fc.Arbitrary<string> = fc.oneof(
  condition.map((when) => `where ${when}`),
  fc.tuple(condition, condition).map(([one, other]) => `where not(${one}) or (${other} and ${one})`),
  fc
    .tuple(condition, value, value)
    .map(([when, one, other]) => `extend c = tostring(${one}), d = iff(${when}, tostring(${other}), k)`),
  value.map((made) => `project t, r, made = ${made}, n, b, k`),
  fc
    .tuple(fc.constantFrom('inner', 'leftouter'), key)
    .map(([kind, on]) => `join kind=${kind} (U | project u = n, ${on}) on ${on}`),
  key.map((by) => `sort by ${by} asc`),
  fc.constant(
    'extend d = bag_pack("x", bag_pack("y", n)) | where isnull(d.x.y) or d.x.y > 0 | extend k = coalesce(tostring(d.x["y"]), k)',
  ),
)

const series = fc
  .tuple(aggregate, aggregate, fc.constantFrom('', ' default = real(null)', ' default = 0'))
  .map(([one, other, fallback]) => `make-series x = ${one}${fallback}, y = ${other}`)

const bins = fc.constantFrom(
  't from datetime(2024-02-01) to datetime(2024-04-01) step 7d',
  't in range (datetime(2024-02-29), datetime(2024-03-01), 1d)',
  'n from -2 to 3 step 2',
  'n from 0 to 0 step 1',
  't step 365d',
)

/** What may end a query over them; most endings start with a pipe. */
export const ending: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(series, bins, fc.uniqueArray(key, { maxLength: 2 }))
    .map(([made, on, by]) => `| where isnotnull(n) | ${made} on ${on}${by.length > 0 ? ` by ${by.join(', ')}` : ''}`),
  fc.constant(''),
  fc.constant('| count'),
  fc
    .tuple(aggregate, aggregate, fc.uniqueArray(key, { maxLength: 3 }))
    .map(([one, other, by]) => `| summarize x = ${one}, y = ${other}${by.length > 0 ? ` by ${by.join(', ')}` : ''}`),
  fc
    .tuple(aggregate, condition, key)
    .map(
      ([one, when, by]) =>
        `| summarize x = ${one}, countif(${when}), sumif(n, ${when}), minif(r, ${when}), dcountif(k, ${when}), avgif(n, ${when}) by ${by}`,
    ),
  fc.tuple(key, key).map(([of, by]) => `| summarize arg_max(${of}, *), arg_min(r, n, k) by ${by}`),
  fc.tuple(key, fc.nat(4)).map(([by, count]) => `| top ${count} by ${by} asc nulls last`),
  fc.tuple(key, fc.nat(4)).map(([by, count]) => `| top ${count} by ${by}`),
)
