import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'
import { formats } from './formats/index.ts'
import type { Sheet } from './formats/sheet.ts'
import { print, printResult, type Io } from './io.ts'
import { lookOf } from './look.ts'
import type { FormatName } from './options.ts'

/** The formats whose rows need not wait for each other. */
export type ArrivingFormat = Extract<FormatName, 'csv' | 'ndjson'>

export const isArriving = (format: FormatName | undefined): format is ArrivingFormat =>
  format === 'csv' || format === 'ndjson'

/** So few that what is made of them is gone before the garbage collector comes. */
const rowsAtOnce = 100

/** Writes sheets of the same columns as one, each when it comes, and no faster than they are read; says so when it breaks off. */
export async function printArriving(io: Io, format: ArrivingFormat, sheets: AsyncIterable<Sheet>): Promise<void> {
  const look = lookOf(io.stdout, io.env)
  let isContinued = false
  try {
    for await (const sheet of sheets) {
      boundYoungGeneration()
      for (let from = 0; from === 0 || from < sheet.rows.length; from += rowsAtOnce) {
        const rows = sheet.rows.slice(from, from + rowsAtOnce)
        const lines = formats[format]({ ...sheet, rows, isContinued }, look)
        isContinued = true
        await printResult(io, lines)
      }
    }
  } catch (error) {
    if (isContinued && !io.stdout.isKeptWhole)
      print(io.stderr, ['The output is partial: it breaks off before its end.'])
    throw error
  }
}

/** Room for several pages, in bytes. */
const mostYoung = 2 ** 25

/** While rows stream, V8 doubles the young generation up to 128 MB and uses all of it: this ends the doubling where there is room enough. */
function boundYoungGeneration(): void {
  const young = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space')
  if (young && young.space_size >= mostYoung) setFlagsFromString('--semi-space-growth-factor=1')
}
