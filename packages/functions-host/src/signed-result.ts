// Node.js 22 finds this class through the default import only
import func from '@azure/functions'
import type { Reply, ToolResult } from '@infra-analysis/core'

/** A result of the protocol, with the invocation that its owner can look up. */
interface SignedResult extends ToolResult {
  readonly _meta: { readonly 'infra/code': string; readonly 'infra/invocationId': string }
}

/** A reply as the protocol has it; an error also says in its text by which id it can be found in the log. */
export function resultOf({ outcome, result }: Reply, invocationId: string): SignedResult {
  const signed = { ...result, _meta: { 'infra/code': outcome.code, 'infra/invocationId': invocationId } }
  if (!result.isError) return signed
  return { ...signed, content: [...result.content, { type: 'text', text: `Invocation id: ${invocationId}` }] }
}

/** A whole result as a content block: the library has no other way to send `isError` or `_meta`, and the extension unpacks it. */
class CallToolResultBlock extends func.McpContentBlock {
  readonly type = 'call_tool_result'
  readonly #result: SignedResult

  constructor(result: SignedResult) {
    super()
    this.#result = result
  }

  toJSON(): Record<string, unknown> {
    return { ...this.#result }
  }
}

/** What an MCP trigger returns for a reply. */
export const blockOf = (reply: Reply, invocationId: string): object =>
  new CallToolResultBlock(resultOf(reply, invocationId))
