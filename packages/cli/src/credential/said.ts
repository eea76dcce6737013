import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { dirname } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Io } from '../io.ts'

/** What a program wrote. */
export interface Said {
  readonly stdout: string
  readonly stderr: string
}

const isWindows = process.platform === 'win32'

/** Runs a program without input to its end. Rejects when the signal aborts: the program is killed then, with all that it has started. */
export async function said(file: string, argv: readonly string[], env: Io['env'], signal: AbortSignal): Promise<Said> {
  signal.throwIfAborted()
  const child = spawn(isWindows ? `"${file}"` : file, argv, {
    // Python loads modules that lie where the user stands.
    cwd: dirname(file),
    env,
    // Batch files need a shell; elsewhere processes can be killed by the group.
    shell: isWindows,
    detached: !isWindows,
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const kill = () => killAll(child)
  signal.addEventListener('abort', kill)
  try {
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
    signal.throwIfAborted()
    return { stdout, stderr }
  } finally {
    signal.removeEventListener('abort', kill)
  }
}

function killAll(child: ChildProcess): void {
  if (isWindows || child.pid === undefined) return void child.kill('SIGKILL')
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // The group has ended by itself meanwhile.
  }
}
