import { appendFileSync, closeSync, openSync, renameSync, rmSync } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { print, type Io } from './io.ts'
import { invalid } from './usage.ts'

/**
 * Does the work with a file as its standard output, or with the one that there is when no file is named. The file is there when the work
 * is done, and not before: it replaces an earlier one at once. Throws InvalidInput for a file that cannot be written.
 */
export async function withOutput(path: string | undefined, io: Io, work: (io: Io) => Promise<void>): Promise<void> {
  if (path === undefined) return work(io)
  const target = await targetOf(path)
  const draft = `${target}.${process.pid}.part`
  const file = tried(path, () => openSync(draft, 'wx'))
  try {
    const write = (text: string) => tried(path, () => appendFileSync(file, text))
    await work({ ...io, stdout: { write, isKeptWhole: true } }).finally(() => closeSync(file))
    io.signal?.throwIfAborted()
    tried(path, () => renameSync(draft, target))
  } catch (error) {
    rmSync(draft, { force: true })
    if (io.signal?.aborted) print(io.stderr, [`${path} is not written.`])
    throw error
  }
}

/** Where the file is, behind a link to it. A device or a folder must not be replaced by it. */
async function targetOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined)
  if (found && !found.isFile()) throw invalid(`'${path}' is not a file`, 'Name a file, or leave --output out.')
  return found ? realpath(path) : path
}

function tried<Result>(path: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw invalid(`'${path}' cannot be written: ${reasons[code ?? ''] ?? code}`, 'Name another file with --output.')
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  EACCES: 'that is not allowed',
  EPERM: 'that is not allowed',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'there is no such folder',
}
