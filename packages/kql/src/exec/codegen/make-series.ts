import type { MakeSeries } from '../../plan/plan.ts'
import { asReals, intoDynamic } from '../../values/dynamic.ts'
import { axisOf, binsOf } from '../bins.ts'
import type { Context } from '../context.ts'
import { constantOf } from '../expressions.ts'
import { columnsIn } from '../used-slots.ts'
import { listed, type PartList } from './aggregates.ts'
import type { Atom, Code } from './code.ts'
import type { Ending } from './endings.ts'
import { writer } from './expression.ts'
import { groupsOf } from './groups.ts'
import { outlet } from './outlet.ts'
import { cellsView } from './row-view.ts'

/** Whether a loop can end with these series: it must know their bins beforehand. */
export const hasKnownBins = ({ from, to }: MakeSeries): boolean => from !== undefined && to !== undefined

/** Ends a loop with series: for each group and part of an aggregate an array by bin, and which bins rows fell into. */
export function makeSeriesEnding(step: MakeSeries, code: Code, context: Context): Ending {
  const made = listed(step.aggregates, '[group][bin]', code, context)
  // Numbers that begin at 0 need no beginning: such a list has one array of them per group.
  const isNumbers = ({ begin }: PartList): boolean => begin === '0'
  const lists = [
    { name: 'filled', begin: 'new Uint8Array(count)' },
    ...made.lists.map((list) => ({
      name: list.name,
      begin: isNumbers(list) ? 'new Float64Array(count)' : 'new Array(count)',
    })),
  ]
  code.before('let start, size, count')
  const open = `({ start, size, count } = ${code.capture(() => binsOf(step, [], context))}())`
  const groups = groupsOf(step.keys, lists, code, open)
  const out = outlet('rows', code)
  const enterBin = (): void =>
    code.block('if (filled[group][bin] === 0)', () => {
      code.line('filled[group][bin] = 1')
      for (const list of made.lists) if (!isNumbers(list)) code.line(`${list.name}[group][bin] = ${list.begin}`)
    })
  return {
    used: columnsIn([step.keys, step.aggregates, step.axis]),
    write(write) {
      const place = write.value(step.axis).code
      code.block(`if (${place} !== null)`, () => {
        groups.enter(write)
        code.line(`const bin = Math.floor((Number(${place}) - start) / size)`)
        code.block('if (bin >= 0 && bin < count)', () => {
          enterBin()
          made.step(write)
        })
      })
    },
    finish() {
      if (step.nonempty && step.keys.length === 0) groups.begin()
      code.line('if (groups === 0) return []')
      code.line(`const axis = ${code.capture(axisOf)}({ start, size, count }, ${code.capture(step.axis.type)})`)
      const series = seriesOf(step, code, context)
      code.block('for (let group = 0; group < groups; group++)', () => {
        for (const { name } of series) code.line(`const ${name} = []`)
        code.block('for (let bin = 0; bin < count; bin++)', () => {
          code.block('if (filled[group][bin] === 0)', () => {
            for (const { name, empty } of series) code.line(`${name}.push(${empty})`)
          })
          code.block('else', () => {
            const cells = made.cells().map((cell) => local(cell, code))
            for (const one of series) one.push(cells)
          })
        })
        out.push([...groups.keys.map((list) => `${list}[group]`), ...series.map(({ whole }) => whole), 'axis'])
      })
      out.finish()
    },
  }
}

function local(text: string, code: Code): Atom {
  const name = code.name()
  code.line(`const ${name} = ${text}`)
  return { code: name, nullable: true }
}

/** A series in code: the list of its elements, what stands for an empty bin, and how an element is made of the aggregates' cells. */
interface Series {
  readonly name: string
  readonly whole: string
  readonly empty: string
  readonly push: (cells: readonly Atom[]) => void
}

const seriesOf = ({ series }: MakeSeries, code: Code, context: Context): readonly Series[] =>
  series.map(({ value, fallback }, index) => {
    const name = `s${index}`
    const print = code.capture(intoDynamic(value.type))
    return {
      name,
      whole: value.type === 'real' ? `${code.capture(asReals)}(${name})` : name,
      empty: code.capture(intoDynamic(fallback.type)(constantOf(fallback, context))),
      push(cells) {
        const view = cellsView(cells.length, new Map(cells.entries()), () => ({ read: () => nothing }))
        code.line(`${name}.push(${print}(${writer(code, context, view, '').value(value).code}))`)
      },
    }
  })

const nothing: Atom = { code: 'null', nullable: true }
