import type { Io, Output } from './io.ts'
import { styleOf, type Style } from './style.ts'

/** What an output can show. */
export interface Look {
  /** Columns of the terminal; infinite in a pipe, where nothing is shortened. */
  readonly width: number
  /** Columns for running text. */
  readonly textWidth: number
  readonly style: Style
  readonly isTerminal: boolean
}

const readable = 100

/** The width is that of `COLUMNS`, else the terminal's. */
export function lookOf(output: Output, env: Io['env']): Look {
  const given = Number(env['COLUMNS'])
  const width = Number.isInteger(given) && given > 0 ? given : output.isTTY ? (output.columns ?? 80) : Infinity
  return { width, textWidth: Math.min(width, readable), style: styleOf(output, env), isTerminal: output.isTTY === true }
}
