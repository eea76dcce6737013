import type { CallToolResult, Client, Tool } from '@modelcontextprotocol/client'
import type { Patience } from './session.ts'
import { shown } from './shown.ts'
import type { Tools } from './tools.ts'
import type { Finding } from './tried.ts'

/** VS Code shows the model no larger results. */
const maxBytes = 8192

export interface Calling {
  readonly client: Client
  readonly tools: Tools
  /** The tool to call; else one that only reads and needs no argument. */
  readonly wanted: string | undefined
  readonly patience: Patience
}

/** Calls one tool for one row. Throws the client's error. */
export async function called({ client, tools, wanted, patience }: Calling): Promise<Finding> {
  const tool = tools.find(wanted === undefined ? isHarmless : ({ name }) => name === wanted)
  if (!tool) return wanted === undefined ? noneIsHarmless : missing(wanted, tools)
  const { name, inputSchema } = tool
  const args = Object.hasOwn(inputSchema.properties ?? {}, 'limit') ? { limit: 1 } : {}
  const start = performance.now()
  const result = await client.callTool({ name, arguments: args }, patience)
  return judged(name, result, Math.round(performance.now() - start))
}

const isHarmless = ({ name, annotations, inputSchema }: Tool): boolean =>
  (annotations?.readOnlyHint ?? /^(get|list)_/.test(name)) && (inputSchema.required ?? []).length === 0

const noneIsHarmless: Finding = {
  state: 'skipped',
  detail: 'No tool is known to only read and to need no argument',
  mend: { advice: 'Name one with --tool.' },
}

const missing = (wanted: string, tools: Tools): Finding => ({
  state: 'failed',
  detail: `There is no tool '${shown(wanted)}'`,
  mend: { advice: `Tools: ${shown(tools.map(({ name }) => name).join(', '), 500)}.` },
})

function judged(name: string, { content, structuredContent, isError }: CallToolResult, ms: number): Finding {
  const text = content.flatMap((block) => (block.type === 'text' ? block.text : [])).join('\n')
  if (isError) {
    const advice = 'Mend what it says; infra-cli doctor looks closer.'
    return { state: 'failed', detail: `${shown(name)} answers: ${shown(text, 300)}`, mend: { advice } }
  }
  const bytes = Math.max(Buffer.byteLength(text), Buffer.byteLength(JSON.stringify(structuredContent ?? '')))
  const detail = `${shown(name)}, ${ms} ms, ${bytes} bytes`
  return bytes > maxBytes
    ? { state: 'warning', detail, mend: { advice: `Clients cut results above ${maxBytes} bytes: ask for less.` } }
    : { state: 'ok', detail }
}
