import { type Figure, numeral } from '@infra-analysis/core'
import type { Look } from '../../look.ts'
import { padded, widthOf } from '../../text/width.ts'

const [indent, between] = ['  ', '   ']

interface Cell {
  readonly value: string
  readonly label: string
}

/** Figures in as many aligned columns as fit: value, then label with unit. */
export function figureGrid(figures: readonly Figure[], { textWidth, style }: Look): readonly string[] {
  const cells = figures.map((figure): Cell => ({ value: valueOf(figure), label: labelOf(figure) }))
  const columns = widestGrid(cells, textWidth)
  const texts = cells.map(({ value, label }, i) => {
    const column = columns[i % columns.length]
    return `${style.bold(padded(value, column?.value ?? 0, 'right'))} ${padded(label, column?.label ?? 0)}`
  })
  return inLines(texts, columns.length).map((line) => (indent + line.join(between)).trimEnd())
}

interface Widths {
  readonly value: number
  readonly label: number
}

function widestGrid(cells: readonly Cell[], room: number): readonly Widths[] {
  for (let count = cells.length; count > 1; count--) {
    const columns = Array.from({ length: count }, (_, column) =>
      widthsOf(cells.filter((_cell, i) => i % count === column)),
    )
    const total = columns.reduce(
      (sum, { value, label }) => sum + value + 1 + label + between.length,
      indent.length - between.length,
    )
    if (total <= room) return columns
  }
  return [widthsOf(cells)]
}

const widthsOf = (cells: readonly Cell[]): Widths => ({
  value: Math.max(0, ...cells.map(({ value }) => widthOf(value))),
  label: Math.max(0, ...cells.map(({ label }) => widthOf(label))),
})

const inLines = (texts: readonly string[], perLine: number): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(texts.length / perLine) }, (_, line) =>
    texts.slice(line * perLine, (line + 1) * perLine),
  )

function valueOf({ value }: Figure): string {
  if (value === null) return '–'
  return typeof value === 'number' ? numeral(value) : value
}

const labelOf = ({ label, unit }: Figure): string => (unit ? `${label}, ${unit}` : label)
