import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mcpConfiguration, vscodeConfiguration, type Wanted } from './configurations.ts'
import { copilotFiles, type File } from './files.ts'
import { merge } from './merge.ts'
import type { Server } from './servers.ts'

/** What is to be done about a file. */
export interface Change extends File {
  /** What is `kept` differs and stays, as the user may have changed it. */
  readonly action: 'write' | 'overwrite' | 'add' | 'keep' | 'leave'
  /** Entries of a configuration that differ and stay. */
  readonly kept?: readonly string[]
}

/** What a repository needs for this server; nothing is written yet. Throws InvalidInput for a configuration that cannot be merged. */
export function planned(dir: string, server: Server, force: boolean): readonly Change[] {
  return [
    configured(dir, '.vscode/mcp.json', vscodeConfiguration([server]), force),
    configured(dir, '.mcp.json', mcpConfiguration([server]), force),
    ...copilotFiles().map((file) => ({ ...file, action: actionFor(file, textOf(dir, file.path), force) })),
  ]
}

function configured(dir: string, path: string, wanted: Wanted, force: boolean): Change {
  const found = textOf(dir, path)
  const { text, written, kept } = merge(path, found ?? '', wanted, force)
  if (written.length > 0) return { path, text, kept, action: found === undefined ? 'write' : 'add' }
  return { path, text, kept, action: kept.length > 0 ? 'keep' : 'leave' }
}

function actionFor({ text }: File, found: string | undefined, force: boolean): Change['action'] {
  if (found === undefined) return 'write'
  if (found.replaceAll('\r\n', '\n') === text) return 'leave'
  return force ? 'overwrite' : 'keep'
}

function textOf(dir: string, path: string): string | undefined {
  const file = join(dir, path)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
