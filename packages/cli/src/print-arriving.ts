import { formats } from './formats/index.ts'
import type { Sheet } from './formats/sheet.ts'
import { print, printResult, type Io } from './io.ts'
import { lookOf } from './look.ts'
import type { FormatName } from './options.ts'

/** The formats whose rows need not wait for each other. */
export type ArrivingFormat = Extract<FormatName, 'csv' | 'ndjson'>

export const isArriving = (format: FormatName | undefined): format is ArrivingFormat =>
  format === 'csv' || format === 'ndjson'

/** Writes sheets of the same columns as one, each when it comes, and no faster than they are read; says so when it breaks off. */
export async function printArriving(io: Io, format: ArrivingFormat, sheets: AsyncIterable<Sheet>): Promise<void> {
  const look = lookOf(io.stdout, io.env)
  let isContinued = false
  try {
    for await (const sheet of sheets) {
      const lines = formats[format]({ ...sheet, isContinued }, look)
      isContinued = true
      await printResult(io, lines)
    }
  } catch (error) {
    if (isContinued && !io.stdout.isKeptWhole)
      print(io.stderr, ['The output is partial: it breaks off before its end.'])
    throw error
  }
}
