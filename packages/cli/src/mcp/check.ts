import { InfraError, type Check } from '@infra-analysis/core'
import { checkLines } from '../commands/doctor/text.ts'
import { withStatus } from '../exit.ts'
import { jsonText } from '../formats/json-text.ts'
import { print, type Io } from '../io.ts'
import { lookOf } from '../look.ts'
import type { ValuesOf } from '../options.ts'
import { checksOf } from './check/checks.ts'
import { shown } from './check/shown.ts'
import { targetOf, type Target } from './check/target.ts'
import type { checkOptions } from './options.ts'

/** Checks a server as a client sees it, and says what to mend. Throws an error of status 1 when a check fails, and InvalidInput. */
export async function check(words: readonly string[], values: ValuesOf<typeof checkOptions>, io: Io): Promise<void> {
  const target = targetOf(words, values, io)
  const patience = { timeout: 30_000, ...(io.signal && { signal: io.signal }) }
  const checks = await checksOf({ target, patience }, values.tool)
  const look = lookOf(io.stdout, io.env)
  const lines = checks.flatMap((one) => [...checkLines(one, look)])
  const report = { server: nameOf(target), checks }
  print(io.stdout, values.format === 'json' ? [jsonText(report, look.isTerminal ? 2 : undefined)] : lines)
  requireHealth(checks)
}

// A URL may hold a key.
const nameOf = (target: Target): string =>
  shown('url' in target ? target.url.origin + target.url.pathname : target.command, 200)

function requireHealth(checks: readonly Check[]): void {
  const failed = checks.filter(({ state }) => state === 'failed').map(({ name }) => name)
  if (failed.length === 0) return
  const error = new InfraError(
    'ServiceUnavailable',
    `Failed: ${failed.join(', ')}`,
    'What mends it stands below each check.',
  )
  throw withStatus(1, error)
}
