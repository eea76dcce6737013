import { main } from '../src/main.ts'
import type { Io } from '../src/io.ts'

export interface Captured {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command line in process; an output is a pipe unless `columns` makes it a terminal. */
export async function capture(
  argv: readonly string[],
  { columns, ...io }: Partial<Omit<Io, 'stdout' | 'stderr'>> & { columns?: number } = {},
): Promise<Captured> {
  const written = { stdout: '', stderr: '' }
  const output = (name: keyof typeof written) => ({
    write: (text: string) => (written[name] += text),
    isTTY: columns !== undefined,
    columns,
  })
  const status = await main(argv, { env: {}, ...io, stdout: output('stdout'), stderr: output('stderr') })
  return { status, ...written }
}

/** A command line without quoting. */
export const run = (line: string, io?: Parameters<typeof capture>[1]): Promise<Captured> =>
  capture(line.split(' ').filter(Boolean), io)
