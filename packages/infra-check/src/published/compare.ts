import { execFile } from 'node:child_process'
import { types } from '../types.ts'
import { definitionsIn } from './definitions.ts'
import { differences } from './differences.ts'

/** How the table of types fared against Microsoft's published types. */
export interface Comparison {
  readonly compared: readonly string[]
  /** Types that are not published there, or in another version only. */
  readonly unknown: readonly string[]
  readonly differences: readonly string[]
}

/**
 * Holds the table of types against what `azmcp` of the package `@azure/mcp` prints, one type after the other, offline. Undefined
 * where that command is not installed.
 */
export async function comparison(): Promise<Comparison | undefined> {
  const compared: string[] = []
  const unknown: string[] = []
  const found: string[] = []
  for (const [key, ours] of types) {
    const [type = '', version = '', name = ''] = key.split(/[@#]/)
    const printed = await schemaOf(type)
    if (printed === undefined) return undefined
    const definitions = definitionsIn(printed)
    const theirs = definitions?.bodies.get(name) ?? definitions?.bodies.get('')
    if (!definitions || !theirs || definitions.version !== version) unknown.push(key)
    else {
      compared.push(key)
      found.push(...differences(ours, theirs, definitions).map((difference) => `${key}: ${difference}`))
    }
  }
  return { compared, unknown, differences: found }
}

const printedSchemas = new Map<string, Promise<string | undefined>>()

function schemaOf(type: string): Promise<string | undefined> {
  const printed = printedSchemas.get(type) ?? ask(type)
  printedSchemas.set(type, printed)
  return printed
}

/** What the command prints, also of a type that it does not know; undefined where there is no such command. */
const ask = (type: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    const env = { ...process.env, AZURE_MCP_COLLECT_TELEMETRY: 'false' }
    const args = ['bicepschema', 'get', '--resource-type', type]
    execFile('azmcp', args, { env, maxBuffer: 2 ** 26 }, (error, stdout) => {
      resolve(
        error && 'code' in error && error.code === 'ENOENT' ? undefined : (/^\{[\s\S]*/m.exec(stdout)?.[0] ?? '{}'),
      )
    })
  })
