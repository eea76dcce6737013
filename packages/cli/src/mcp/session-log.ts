import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** What a log says of a call: never an argument or a cell. */
export interface CallEntry {
  readonly tool: string
  /** `ok`, or the code of the error. */
  readonly code: string
  /** Rows of the whole answer. */
  readonly rows: number
  readonly ms: number
}

/** The log of one run. */
export interface SessionLog {
  readonly call: (entry: CallEntry) => void
  /** Something went wrong outside of calls; only the kind of the error is kept. */
  readonly trouble: (error: Error) => void
  readonly end: () => void
}

/** Keeps nothing. */
export const noLog: SessionLog = { call: () => undefined, trouble: () => undefined, end: () => undefined }

const kept = 20
const ours = /^infra-mcp-.*\.ndjson$/

/**
 * Opens a new file in a folder, which is made if need be, with a line of JSON for every call; of the files there, the newest twenty stay.
 * Throws the error of the file system.
 */
export async function openSessionLog(folder: string, version: string, now: Date = new Date()): Promise<SessionLog> {
  const { destination, pino, stdTimeFunctions } = await import('pino')
  const name = `infra-mcp-${now.toISOString().replaceAll(':', '-')}-${process.pid}.ndjson`
  const file = destination({ dest: join(folder, name), mkdir: true, sync: true, mode: 0o600 })
  const log = pino({ base: null, timestamp: stdTimeFunctions.isoTime }, file)
  prune(folder)
  log.info({ event: 'start', version })
  return {
    call: ({ tool, code, rows, ms }) => log.info({ event: 'call', tool, code, rows, ms: Math.round(ms) }),
    trouble: (error) => log.warn({ event: 'trouble', kind: error.name }),
    end: () => log.info({ event: 'end' }),
  }
}

function prune(folder: string): void {
  const files = readdirSync(folder).filter((name) => ours.test(name))
  for (const name of files.toSorted().slice(0, -kept)) rmSync(join(folder, name), { force: true })
}
