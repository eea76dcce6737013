import type { Io, Output } from './io.ts'

type Paint = (text: string) => string

/** How text is set off. */
export interface Style {
  readonly bold: Paint
  readonly dim: Paint
  readonly red: Paint
  readonly yellow: Paint
  readonly cyan: Paint
}

const sgr =
  (on: number, off: number): Paint =>
  (text) =>
    text === '' ? '' : `\u001B[${on}m${text}\u001B[${off}m`
const asIs: Paint = (text) => text

export const coloured: Style = {
  bold: sgr(1, 22),
  dim: sgr(2, 22),
  red: sgr(31, 39),
  yellow: sgr(33, 39),
  cyan: sgr(36, 39),
}
export const plain: Style = { bold: asIs, dim: asIs, red: asIs, yellow: asIs, cyan: asIs }

/** Colour on a terminal only; `FORCE_COLOR` wins over `NO_COLOR`, as in Node.js itself. */
export function styleOf(output: Output, { FORCE_COLOR, NO_COLOR, TERM }: Io['env']): Style {
  if (FORCE_COLOR !== undefined) return ['0', 'false'].includes(FORCE_COLOR) ? plain : coloured
  return output.isTTY && !NO_COLOR && TERM !== 'dumb' ? coloured : plain
}
