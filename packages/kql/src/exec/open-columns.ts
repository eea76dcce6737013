import { KqlError, UnsupportedKql } from '../errors.ts'
import type { BagUnpack, Pivot, Step } from '../plan/plan.ts'
import type { Column, ScalarType } from '../table.ts'
import { isBag } from '../values/dynamic.ts'
import { printer } from '../values/print.ts'
import { grouping } from './aggregation.ts'
import { caster } from './cast.ts'
import type { Context, Row } from './context.ts'
import { groupRows } from './groups.ts'
import { keyReader } from './keys.ts'

/** Rows with the columns that their data told. */
export interface Unfolded {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

/** Whether a step's columns are known only when it has run. */
export const isOpen = (step: Step | undefined): step is BagUnpack | Pivot =>
  (step?.verb === 'bag_unpack' || step?.verb === 'pivot') && step.columns === undefined

/** Runs a step that turns data into columns. */
export const unfold = (step: BagUnpack | Pivot, rows: readonly Row[], context: Context): Unfolded =>
  step.verb === 'bag_unpack' ? unpack(step, rows) : pivot(step, rows, context)

function unpack(step: BagUnpack, rows: readonly Row[]): Unfolded {
  const { input, slot, prefix, conflict, ignored } = step
  const kept = input.flatMap((column, from) => (from === slot ? [] : [{ ...column, from }]))
  const bags = rows.map((row) => (isBag(row[slot]) ? row[slot] : {}))
  const keys = [...new Set(bags.flatMap(Object.keys))].filter((key) => !ignored.includes(key)).toSorted()
  const clash = keys.find((key) => kept.some(({ name }) => name === prefix + key))
  if (clash !== undefined && conflict === 'error')
    throw new KqlError(`bag_unpack: the column ${prefix}${clash} is there already`)
  const unpacked = keys.map((key) => ({
    key,
    name: prefix + key,
    type: typeOf(
      bags.map((bag) => bag[key]),
      step,
    ),
  }))
  const replaced = kept.map(
    (column) =>
      (conflict === 'replace_source' ? unpacked.find(({ name }) => name === column.name) : undefined) ?? column,
  )
  const columns = [...replaced, ...unpacked.filter(({ name }) => !kept.some((column) => column.name === name))]
  const cells = columns.map((column) => {
    if (!('key' in column)) return (row: Row) => row[column.from]
    const { key, type } = column
    return (_row: Row, bag: Readonly<Record<string, unknown>>) => caster(type)(bag[key] ?? null)
  })
  const made = rows.map((row, index) => cells.map((cell) => cell(row, bags[index] ?? {})))
  return { columns: columns.map(({ name, type }) => ({ name, type })), rows: made }
}

function typeOf(values: readonly unknown[], { at }: BagUnpack): ScalarType {
  const types = new Set(values.filter((value) => value !== null && value !== undefined).map(cellType))
  if (types.has('real')) types.delete('long')
  if (types.size > 1)
    throw new UnsupportedKql('bag_unpack of a key whose values have several types', at, 'give the result a schema')
  return [...types][0] ?? 'dynamic'
}

function cellType(value: unknown): ScalarType {
  if (typeof value === 'string') return 'string'
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'object') return 'dynamic'
  return typeof value === 'bigint' || Number.isInteger(value) ? 'long' : 'real'
}

function pivot({ input, slot, keys, aggregate }: Pivot, rows: readonly Row[], context: Context): Unfolded {
  const { begin, step, finish } = grouping([aggregate], context)
  const print = printer(input[slot]?.type ?? 'string')
  const nameOf = (row: Row): string => print(row[slot])
  const names = [...new Set(rows.map(nameOf))].toSorted()
  const keyOf = keyReader(
    keys.map((key) => ({ kind: 'column', type: input[key]?.type ?? 'dynamic', slot: key })),
    context,
  )
  const made = Array.from(groupRows(rows, keyOf).values(), (group) => {
    const byName = groupRows(group, nameOf)
    const values = names.map((name) => {
      const accumulators = begin()
      for (const row of byName.get(name) ?? []) step(accumulators, row)
      return finish(accumulators)[0]
    })
    return [...keys.map((key) => group[0]?.[key]), ...values]
  })
  const columns = keys.flatMap((key) => input[key] ?? [])
  return { columns: [...columns, ...names.map((name) => ({ name, type: aggregate.type }))], rows: made }
}
