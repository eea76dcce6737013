import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder until the test ends. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'infra-mcp-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return path
}
