import type { Aggregate, Expression } from '../../plan/plan.ts'
import type { ScalarType } from '../../table.ts'
import { indexText } from './code.ts'
import type { Writer } from './expression.ts'
import type { Origin } from './row-view.ts'

/** An aggregate as fields of a group: how they begin, what a row does to them, and what is read at the end. */
export interface InlineAggregate {
  /** Values of the fields `<name>a`, `<name>b` … of a new group. */
  readonly begin: readonly string[]
  readonly step: (write: Writer) => void
  /** One expression per cell, to be asked for behind `step`. */
  readonly finish: () => readonly string[]
}

/** What an aggregate needs: a field's name in front of `a`, `b` …, and the name of the maker of its accumulators. */
export interface Place {
  readonly field: string
  readonly maker: string
}

type Inline = (aggregate: Aggregate, place: Place) => InlineAggregate | undefined

const isNumber = (type: ScalarType | undefined): boolean => type === 'int' || type === 'long' || type === 'real'
const isOrdered = (type: ScalarType | undefined): boolean =>
  type !== undefined && type !== 'dynamic' && type !== 'decimal'

const count: Inline = (_, { field }) => ({
  begin: ['0'],
  step: ({ code }) => code.line(`${field}a += 1`),
  finish: () => [`${field}a`],
})

const countIf: Inline = ({ args: [condition] }, { field }) =>
  condition && {
    begin: ['0'],
    step: (write) => write.code.line(`if (${write.truth(condition)}) ${field}a += 1`),
    finish: () => [`${field}a`],
  }

// What a double does not hold exactly goes to an accumulator.
const sumLongs: Inline = ({ args: [value] }, { field, maker }) =>
  value && {
    begin: ['0', 'null'],
    step(write) {
      const { code } = write
      const term = write.value(value).code
      const next = code.name()
      code.line(`const ${next} = typeof ${term} === 'number' ? ${field}a + ${term} : NaN`)
      code.line(`if (Number.isSafeInteger(${next})) ${field}a = ${next}`)
      code.line(`else if (${term} !== null) { ${field}b ??= ${maker}(); ${field}b.step(${term}) }`)
    },
    finish: () => [`${field}b === null ? ${field}a : (${field}b.step(${field}a), ${field}b.finish())`],
  }

const sum: Inline = (aggregate, place) => {
  const [value] = aggregate.args
  if (!isNumber(value?.type)) return undefined
  if (value?.type !== 'real') return sumLongs(aggregate, place)
  const { field } = place
  return {
    begin: ['0'],
    step(write) {
      const term = write.value(value).code
      write.code.line(`if (${term} !== null) ${field}a += ${term}`)
    },
    finish: () => [`${field}a`],
  }
}

const average: Inline = ({ args: [value] }, { field }) => {
  if (!value || !isNumber(value.type)) return undefined
  return {
    begin: ['0', '0'],
    step(write) {
      const term = write.value(value).code
      write.code.line(`if (${term} !== null) { ${field}a += Number(${term}); ${field}b += 1 }`)
    },
    finish: () => [`${field}a / ${field}b`],
  }
}

/** Whether one present cell comes before a best one that is there: NaN is the smallest of all. */
const better = (operator: '<' | '>', cell: string, best: string, type: ScalarType): string => {
  if (type !== 'real') return `${cell} ${operator} ${best}`
  const [lower, higher] = operator === '<' ? [cell, best] : [best, cell]
  return `${cell} ${operator} ${best} || ${lower} !== ${lower} && ${higher} === ${higher}`
}

const extreme =
  (operator: '<' | '>'): Inline =>
  ({ args: [value], type }, { field }) => {
    if (!value || !isOrdered(value.type)) return undefined
    return {
      begin: ['null'],
      step(write) {
        const cell = write.value(value).code
        const best = `${field}a`
        write.code.line(
          `if (${cell} !== null && (${best} === null || ${better(operator, cell, best, value.type)})) ${best} = ${cell}`,
        )
      },
      finish: () => [type === 'string' ? `${field}a ?? ''` : `${field}a`],
    }
  }

// The rest of the best row is read only when a row takes its place.
const argument =
  (operator: '<' | '>'): Inline =>
  ({ args: [value, ...rest], width }, { field }) => {
    if (!value || !isOrdered(value.type) || width !== rest.length + 1) return undefined
    let places = rest.map((_, index) => index)
    return {
      begin: ['null', 'null'],
      step(write) {
        const { code } = write
        const cell = write.value(value).code
        const best = `${field}a`
        const improves = `${cell} !== null && (${best} === null || ${better(operator, cell, best, value.type)})`
        const row = sourceRow(rest, write)
        if (row) places = row.places
        code.block(`if (${field}b === null || ${improves})`, () => {
          code.line(`${best} = ${cell}`)
          code.line(`${field}b = ${row ? row.name : `[${rest.map((arg) => write.value(arg).code).join()}]`}`)
        })
      },
      finish: () => [
        value.type === 'string' ? `${field}a ?? ''` : `${field}a`,
        ...rest.map(
          ({ type }, index) => `${field}b === null ? ${nothing(type)} : ${field}b[${indexText(places[index])}]`,
        ),
      ],
    }
  }

const nothing = (type: ScalarType): string => (type === 'string' ? "''" : 'null')

/** The one row that all these columns are still cells of, and where; it can be kept without a copy. */
function sourceRow(
  columns: readonly Expression[],
  { row }: Writer,
): { readonly name: string; readonly places: number[] } | undefined {
  const origins = columns.map((column) =>
    column.kind === 'column' ? row.cell(column.slot, column.type).origin : undefined,
  )
  const name = origins[0]?.row
  if (name === undefined || origins.some((origin) => origin?.row !== name)) return undefined
  return { name, places: origins.map((origin) => (origin as Origin).index) }
}

const distinct: Inline = ({ args: [value] }, { field }) => {
  if (!value || value.type === 'dynamic') return undefined
  return {
    begin: ['new Set()'],
    step(write) {
      const { code, nullable } = write.value(value)
      write.code.line(`${nullable ? `if (${code} !== null) ` : ''}${field}a.add(${code})`)
    },
    finish: () => [`${field}a.size`],
  }
}

/** The `…if` form: the condition is the second argument. */
const when =
  (inline: Inline): Inline =>
  (aggregate, place) => {
    const [value, condition, ...rest] = aggregate.args
    if (!value || !condition) return undefined
    const inner = inline({ ...aggregate, args: [value, ...rest] }, place)
    return (
      inner && {
        ...inner,
        step: (write) => write.code.block(`if (${write.truth(condition)})`, () => inner.step(write)),
      }
    )
  }

const inlined: Readonly<Record<string, Inline>> = {
  count,
  countif: countIf,
  sum,
  avg: average,
  avgif: when(average),
  min: extreme('<'),
  max: extreme('>'),
  minif: when(extreme('<')),
  maxif: when(extreme('>')),
  arg_min: argument('<'),
  arg_max: argument('>'),
  dcount: distinct,
  dcountif: when(distinct),
  count_distinct: distinct,
  count_distinctif: when(distinct),
}

/** An aggregate in place where it is one of the common ones over simple types, else through an accumulator of its own. */
export const inlineAggregate = (aggregate: Aggregate, place: Place): InlineAggregate =>
  inlined[aggregate.name]?.(aggregate, place) ?? accumulated(aggregate, place)

function accumulated({ args, width }: Aggregate, { field, maker }: Place): InlineAggregate {
  return {
    begin: [`${maker}()`],
    step: (write) => write.code.line(`${field}a.step(${args.map((arg) => write.value(arg).code).join()})`),
    finish: () => (width === undefined ? [`${field}a.finish()`] : cellsOf(field, width)),
  }
}

// The first cell finishes the accumulator, which the others then share.
const cellsOf = (field: string, width: number): string[] =>
  Array.from({ length: width }, (_, index) =>
    index === 0 ? `(${field}a = ${field}a.finish())[0]` : `${field}a[${index}]`,
  )
