import { Console } from 'node:console'
import nodeModule from 'node:module'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'

/**
 * Prepares the process before the server and all that it needs are loaded: what they say by `console` must not get among the messages on
 * stdout, and they should load fast and stay small.
 */
export function startUp(env: Readonly<Record<string, string | undefined>>): void {
  globalThis.console = new Console(process.stderr)
  // What loading leaves behind would stay resident beside an editor all day.
  setFlagsFromString('--semi-space-growth-factor=1')
  const caches = env['LOCALAPPDATA'] ?? env['XDG_CACHE_HOME'] ?? (env['HOME'] && join(env['HOME'], '.cache'))
  // Node.js has it from 22.1 on. The cache is the user's own, since whoever writes to it decides what runs.
  const { enableCompileCache } = nodeModule as Partial<typeof nodeModule>
  if (caches) enableCompileCache?.(join(caches, 'infra-cli'))
}

/** Lets the young generation grow with the work, as it usually does. */
export const makeRoom = (): void => setFlagsFromString('--semi-space-growth-factor=2')
