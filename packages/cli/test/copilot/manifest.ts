import { readFileSync } from 'node:fs'
import { printed } from '../../src/copilot/jsonc/print.ts'

/** The parts of the CLI's package.json that others repeat. */
export const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly name: string
  readonly version: string
  readonly license: string
  /** The name of the server in the MCP registry. */
  readonly mcpName: string
}

/** A file of JSON. */
export const json = (value: object): string => `${printed(value)}\n`
