import { Console } from 'node:console'
import nodeModule from 'node:module'
import { join } from 'node:path'

/**
 * Prepares the process before the server and all that it needs are loaded: what they say by `console` must not get among the messages on
 * stdout, and they should load fast.
 */
export function startUp(env: Readonly<Record<string, string | undefined>>): void {
  globalThis.console = new Console(process.stderr)
  const caches = env['LOCALAPPDATA'] ?? env['XDG_CACHE_HOME'] ?? (env['HOME'] && join(env['HOME'], '.cache'))
  // Node.js has it from 22.1 on. The cache is the user's own, since whoever writes to it decides what runs.
  const { enableCompileCache } = nodeModule as Partial<typeof nodeModule>
  if (caches) enableCompileCache?.(join(caches, 'infra-cli'))
}
