import { readFileSync } from 'node:fs'

/** What a process has taken since its start. */
export interface Consumed {
  readonly cpuMs: number
  /** The most memory that it ever had. */
  readonly peakMB: number
}

/** The kernel counts in hundredths of a second. */
const tickMs = 10

/** Reads it from `/proc`, which only Linux has. */
export function consumed(pid: number): Consumed {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // the name in parentheses may hold blanks; utime and stime are the 12th and 13th field behind it
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const peakKiB = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return { cpuMs: (Number(fields[11]) + Number(fields[12])) * tickMs, peakMB: (Number(peakKiB) * 1024) / 1e6 }
}
