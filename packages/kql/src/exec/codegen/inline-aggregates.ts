import type { Aggregate, Expression } from '../../plan/plan.ts'
import type { ScalarType } from '../../table.ts'
import type { Writer } from './expression.ts'

/** An aggregate as one or two parts of a group: how they begin, what a row does to them, and what is read at the end. */
export interface InlineAggregate {
  /** Values of the parts of a new group; what begins at `0` stays a number. */
  readonly begin: readonly string[]
  readonly step: (write: Writer) => void
  /** One expression per cell, to be asked for behind `step`. */
  readonly finish: () => readonly string[]
}

/** What an aggregate needs: where its parts are, and the name of the maker of its accumulators. */
export interface Place {
  readonly a: string
  readonly b: string
  readonly maker: string
}

type Inline = (aggregate: Aggregate, place: Place) => InlineAggregate | undefined

const isNumber = (type: ScalarType | undefined): boolean => type === 'int' || type === 'long' || type === 'real'
const isOrdered = (type: ScalarType | undefined): boolean =>
  type !== undefined && type !== 'dynamic' && type !== 'decimal'

const count: Inline = (_, { a }) => ({
  begin: ['0'],
  step: ({ code }) => code.line(`${a} += 1`),
  finish: () => [a],
})

const countIf: Inline = ({ args: [condition] }, { a }) =>
  condition && {
    begin: ['0'],
    step: (write) => write.code.line(`if (${write.truth(condition)}) ${a} += 1`),
    finish: () => [a],
  }

// What a double does not hold exactly goes to an accumulator.
const sumLongs: Inline = ({ args: [value] }, { a, b, maker }) =>
  value && {
    begin: ['0', 'null'],
    step(write) {
      const { code } = write
      const term = write.value(value).code
      const next = code.name()
      code.line(`const ${next} = typeof ${term} === 'number' ? ${a} + ${term} : NaN`)
      code.line(`if (Number.isSafeInteger(${next})) ${a} = ${next}`)
      code.line(`else if (${term} !== null) { ${b} ??= ${maker}(); ${b}.step(${term}) }`)
    },
    finish: () => [`${b} === null ? ${a} : (${b}.step(${a}), ${b}.finish())`],
  }

const sum: Inline = (aggregate, place) => {
  const [value] = aggregate.args
  if (!isNumber(value?.type)) return undefined
  if (value?.type !== 'real') return sumLongs(aggregate, place)
  const { a } = place
  return {
    begin: ['0'],
    step(write) {
      const term = write.value(value).code
      write.code.line(`if (${term} !== null) ${a} += ${term}`)
    },
    finish: () => [a],
  }
}

const average: Inline = ({ args: [value] }, { a, b }) => {
  if (!value || !isNumber(value.type)) return undefined
  return {
    begin: ['0', '0'],
    step(write) {
      const term = write.value(value).code
      write.code.line(`if (${term} !== null) { ${a} += Number(${term}); ${b} += 1 }`)
    },
    finish: () => [`${a} / ${b}`],
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
  ({ args: [value], type }, { a }) => {
    if (!value || !isOrdered(value.type)) return undefined
    return {
      begin: ['null'],
      step(write) {
        const cell = write.value(value).code
        write.code.line(
          `if (${cell} !== null && (${a} === null || ${better(operator, cell, a, value.type)})) ${a} = ${cell}`,
        )
      },
      finish: () => [type === 'string' ? `${a} ?? ''` : a],
    }
  }

// Of the best row so far is kept what its cells can be read from in the end, and what was computed.
const argument =
  (operator: '<' | '>'): Inline =>
  ({ args: [value, ...rest], width }, { a, b }) => {
    if (!value || !isOrdered(value.type) || width !== rest.length + 1) return undefined
    let cells: readonly string[] = []
    return {
      begin: ['null', 'null'],
      step(write) {
        const { code } = write
        const cell = write.value(value).code
        const improves = `${cell} !== null && (${a} === null || ${better(operator, cell, a, value.type)})`
        code.block(`if (${b} === null || ${improves})`, () => {
          const kept = keep(rest, write)
          cells = kept.cells(b)
          code.line(`${a} = ${cell}`)
          code.line(`${b} = ${kept.code}`)
        })
      },
      finish: () => [
        value.type === 'string' ? `${a} ?? ''` : a,
        ...rest.map(({ type }, index) => `${b} === null ? ${nothing(type)} : ${cells[index]}`),
      ],
    }
  }

const nothing = (type: ScalarType): string => (type === 'string' ? "''" : 'null')

/** Code of what to keep of the row at hand, so that cells can be read of it later; one row is kept as it is. */
function keep(
  expressions: readonly Expression[],
  write: Writer,
): { readonly code: string; readonly cells: (kept: string) => readonly string[] } {
  const origins = expressions.map((expression) =>
    expression.kind === 'column' ? write.row.cell(expression.slot, expression.type).origin : undefined,
  )
  const parts = expressions.map((expression, index) => origins[index]?.row ?? write.value(expression).code)
  const kept = [...new Set(parts)]
  const isOneRow = kept.length === 1 && origins.every((origin) => origin !== undefined)
  return {
    code: isOneRow ? (kept[0] as string) : `[${kept.join()}]`,
    cells: (name) =>
      origins.map((origin, index) => {
        const part = isOneRow ? name : `${name}[${kept.indexOf(parts[index] as string)}]`
        return origin ? origin.cell(part) : part
      }),
  }
}

const distinct: Inline = ({ args: [value] }, { a }) => {
  if (!value || value.type === 'dynamic') return undefined
  return {
    begin: ['new Set()'],
    step(write) {
      const { code, nullable } = write.value(value)
      write.code.line(`${nullable ? `if (${code} !== null) ` : ''}${a}.add(${code})`)
    },
    finish: () => [`${a}.size`],
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

function accumulated({ args, width }: Aggregate, { a, maker }: Place): InlineAggregate {
  return {
    begin: [`${maker}()`],
    step: (write) => write.code.line(`${a}.step(${args.map((arg) => write.value(arg).code).join()})`),
    finish: () => (width === undefined ? [`${a}.finish()`] : cellsOf(a, width)),
  }
}

// The first cell finishes the accumulator, which the others then share.
const cellsOf = (part: string, width: number): string[] =>
  Array.from({ length: width }, (_, index) => (index === 0 ? `(${part} = ${part}.finish())[0]` : `${part}[${index}]`))
