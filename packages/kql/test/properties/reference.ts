import type { Row } from './rows.ts'

// The meaning of the operators, as plainly as it can be said: row objects, no types, no speed.

/** A query's piece in KQL, and what it means for one row. */
export interface Piece<Value> {
  readonly kql: string
  readonly of: (row: Row) => Value
}

type Truth = boolean | null

/** A long as an exact integer. */
export const long = (cell: Row['n']): bigint | null => (cell === null ? null : BigInt(cell))
/** A real as a number. */
export const real = (cell: Row['r']): number | null => (cell === null ? null : Number(cell))
/** An exact integer in wire form: 64 bits, a string beyond 2^53. */
export const wire = (value: bigint | null): number | string | null => {
  if (value === null) return null
  const wrapped = BigInt.asIntN(64, value)
  return Number.isSafeInteger(Number(wrapped)) ? Number(wrapped) : String(wrapped)
}
/** A real in wire form. */
export const wireReal = (value: number | null): number | string | null =>
  value === null || Number.isFinite(value) ? value : String(value)

const lift =
  <Cell>(test: (left: Cell, right: Cell) => boolean) =>
  (left: Cell | null, right: Cell): Truth =>
    left === null ? null : test(left, right)
const less = lift((left: bigint | number | string, right) => left < right)
const and = (left: Truth, right: Truth): Truth =>
  left === false || right === false ? false : left === null || right === null ? null : true
const not = (value: Truth): Truth => (value === null ? null : !value)
const or = (left: Truth, right: Truth): Truth => not(and(not(left), not(right)))

const simple: readonly Piece<Truth>[] = [
  { kql: 'b', of: ({ b }) => b },
  { kql: "k == 'a'", of: ({ k }) => k === 'a' },
  { kql: "k =~ 'A'", of: ({ k }) => k.toLowerCase() === 'a' },
  { kql: "k has 'A'", of: ({ k }) => /^a\b/i.test(k) },
  { kql: "k !contains 'B'", of: ({ k }) => !/b/i.test(k) },
  { kql: "k in~ ('AB', '')", of: ({ k }) => ['ab', ''].includes(k.toLowerCase()) },
  { kql: 'n < 2', of: ({ n }) => less(long(n), 2n) },
  { kql: 'n == 2', of: ({ n }) => long(n) === 2n },
  { kql: 'n != 2', of: ({ n }) => long(n) !== 2n },
  { kql: 'n !in (1, 2)', of: ({ n }) => long(n) !== 1n && long(n) !== 2n },
  { kql: 'n == 9007199254740993', of: ({ n }) => long(n) === 9007199254740993n },
  { kql: 'r < 1.5', of: ({ r }) => less(real(r), 1.5) },
  { kql: 'r == 3', of: ({ r }) => real(r) === 3 },
  { kql: 'isnan(r)', of: ({ r }) => (r === null ? null : r === 'NaN') },
  { kql: 'isnull(t)', of: ({ t }) => t === null },
  { kql: 't < datetime(2024-03-01T00:00:00.0000001Z)', of: ({ t }) => less(t, '2024-03-01T00:00:00.0000001Z') },
]

/** Conditions: simple ones, and all pairs of neighbours under `and`, `or` and `not`. */
export const conditions: readonly Piece<Truth>[] = simple.flatMap((left, index) => {
  const right = simple[(index + 5) % simple.length] as Piece<Truth>
  return [
    left,
    { kql: `not(${left.kql})`, of: (row: Row) => not(left.of(row)) },
    { kql: `${left.kql} and ${right.kql}`, of: (row: Row) => and(left.of(row), right.of(row)) },
    { kql: `${left.kql} or not(${right.kql})`, of: (row: Row) => or(left.of(row), not(right.of(row))) },
  ]
})

const mapped = <Cell, Result>(cell: Cell | null, change: (cell: Cell) => Result): Result | null =>
  cell === null ? null : change(cell)

/** Expressions; the result is in wire form. */
export const expressions: readonly Piece<unknown>[] = [
  { kql: 'n + 1', of: ({ n }) => wire(mapped(long(n), (value) => value + 1n)) },
  { kql: 'n * n', of: ({ n }) => wire(mapped(long(n), (value) => value * value)) },
  { kql: 'n / 2', of: ({ n }) => wire(mapped(long(n), (value) => value / 2n)) },
  { kql: 'n % 3', of: ({ n }) => wire(mapped(long(n), (value) => ((value % 3n) + 3n) % 3n)) },
  { kql: '-n', of: ({ n }) => wire(mapped(long(n), (value) => -value)) },
  {
    kql: 'r + n',
    of: ({ n, r }) => wireReal(mapped(long(n), (value) => mapped(real(r), (other) => other + Number(value)))),
  },
  { kql: 'r / 0', of: ({ r }) => wireReal(mapped(real(r), (value) => value / 0)) },
  { kql: "strcat(k, '|', n)", of: ({ k, n }) => `${k}|${n ?? ''}` },
  { kql: 'toupper(k)', of: ({ k }) => k.toUpperCase() },
  { kql: "iff(b, 'yes', 'no')", of: ({ b }) => (b === true ? 'yes' : 'no') },
  {
    kql: "case(n < 2, 'low', r > 0, 'real', k)",
    of: ({ k, n, r }) => {
      if (less(long(n), 2n) === true) return 'low'
      return r !== null && Number(r) > 0 ? 'real' : k
    },
  },
  { kql: 'coalesce(n, 5)', of: ({ n }) => n ?? 5 },
  { kql: 'isempty(k)', of: ({ k }) => k === '' },
  { kql: 't + 1tick', of: ({ t }) => mapped(t, nextTick) },
  { kql: 'bin(t, 1d)', of: ({ t }) => mapped(t, (text) => `${text.slice(0, 10)}T00:00:00.0000000Z`) },
]

function nextTick(text: string): string {
  const ticks = BigInt(Date.parse(`${text.slice(0, 19)}Z`)) * 10_000n + BigInt(text.slice(20, 27)) + 1n
  const fraction = String(ticks % 10_000_000n).padStart(7, '0')
  return `${new Date(Number((ticks - (ticks % 10_000_000n)) / 10_000n)).toISOString().slice(0, 19)}.${fraction}Z`
}

/** Aggregates; the result is in wire form. */
export const aggregates: readonly { readonly kql: string; readonly of: (rows: readonly Row[]) => unknown }[] = [
  { kql: 'count()', of: (rows) => rows.length },
  { kql: 'countif(b)', of: (rows) => rows.filter(({ b }) => b === true).length },
  { kql: 'sum(n)', of: (rows) => wire(present(rows, ({ n }) => long(n)).reduce((sum, value) => sum + value, 0n)) },
  {
    kql: 'sumif(n, b)',
    of: (rows) => wire(present(rows, ({ b, n }) => (b ? long(n) : null)).reduce((sum, value) => sum + value, 0n)),
  },
  {
    kql: 'min(n)',
    of: (rows) =>
      wire(
        extreme(
          present(rows, ({ n }) => long(n)),
          (one, best) => one < best,
        ),
      ),
  },
  {
    kql: 'max(n)',
    of: (rows) =>
      wire(
        extreme(
          present(rows, ({ n }) => long(n)),
          (one, best) => one > best,
        ),
      ),
  },
  {
    kql: 'max(t)',
    of: (rows) =>
      extreme(
        present(rows, ({ t }) => t),
        (one, best) => one > best,
      ),
  },
  {
    kql: 'max(k)',
    of: (rows) =>
      extreme(
        rows.map(({ k }) => k),
        (one, best) => one > best,
      ) ?? '',
  },
  { kql: 'dcount(n)', of: (rows) => new Set(present(rows, ({ n }) => n)).size },
  { kql: 'dcount(k)', of: (rows) => new Set(rows.map(({ k }) => k)).size },
  { kql: 'make_list(t)', of: (rows) => present(rows, ({ t }) => t) },
  { kql: 'make_set(k)', of: (rows) => [...new Set(rows.map(({ k }) => k))] },
]

const present = <Cell>(rows: readonly Row[], read: (row: Row) => Cell | null): Cell[] =>
  rows.map(read).filter((cell) => cell !== null)

const extreme = <Cell>(cells: readonly Cell[], better: (one: Cell, best: Cell) => boolean): Cell | null =>
  cells.reduce((best: Cell | null, one) => (best === null || better(one, best) ? one : best), null)

/** Rows of equal keys, in the order of their first row; null and NaN are keys as any other. */
export function grouped(rows: readonly Row[], keys: readonly (keyof Row)[]): Row[][] {
  const groups: Record<string, Row[]> = {}
  for (const row of rows) (groups[JSON.stringify(keys.map((key) => row[key]))] ??= []).push(row)
  return Object.values(groups)
}

/** One key of an order. */
export interface Order {
  readonly key: keyof Row
  readonly descending: boolean
  readonly nullsFirst: boolean
}

/** Rows sorted stably: nulls where the key wants them, NaN beside them on the inner side. */
export const sorted = (rows: readonly Row[], orders: readonly Order[]): Row[] =>
  rows.toSorted((left, right) => {
    for (const { key, descending, nullsFirst } of orders) {
      const [a, b] = [cellOf(left, key), cellOf(right, key)]
      const ranks = (rank(a) - rank(b)) * (nullsFirst ? 1 : -1)
      if (ranks !== 0) return ranks
      if (rank(a) === 2 && a !== b) return (a as number) < (b as number) === descending ? 1 : -1
    }
    return 0
  })

const cellOf = (row: Row, key: keyof Row): unknown => (key === 'n' ? long(row.n) : key === 'r' ? real(row.r) : row[key])
const rank = (cell: unknown): number => (cell === null ? 0 : Number.isNaN(cell) ? 1 : 2)

/** Pairs of rows with equal keys, `undefined` for a missing side; null equals nothing, the empty text itself. */
export function joined(
  kind: string,
  left: readonly Row[],
  right: readonly Row[],
  keys: readonly (keyof Row)[],
): (readonly [left: Row | undefined, right: Row | undefined])[] {
  const match = (a: Row, b: Row): boolean => keys.every((key) => a[key] !== null && Object.is(a[key], b[key]))
  const lefts =
    kind === 'innerunique' ? left.filter((row, index) => left.findIndex((other) => match(row, other)) === index) : left
  const pairs = lefts.flatMap((a) => right.filter((b) => match(a, b)).map((b) => [a, b] as const))
  const onlyLeft = lefts.filter((a) => !right.some((b) => match(a, b))).map((a) => [a, undefined] as const)
  const onlyRight = right.filter((b) => !left.some((a) => match(a, b))).map((b) => [undefined, b] as const)
  if (kind === 'leftouter') return [...pairs, ...onlyLeft]
  if (kind === 'rightouter') return [...pairs, ...onlyRight]
  if (kind === 'fullouter') return [...pairs, ...onlyLeft, ...onlyRight]
  if (kind === 'leftanti') return onlyLeft
  if (kind === 'rightanti') return onlyRight
  if (kind === 'leftsemi') return left.filter((a) => right.some((b) => match(a, b))).map((a) => [a, undefined] as const)
  if (kind === 'rightsemi')
    return right.filter((b) => left.some((a) => match(a, b))).map((b) => [undefined, b] as const)
  return pairs
}
