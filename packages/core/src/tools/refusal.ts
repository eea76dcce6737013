import { type ErrorCode, InfraError } from '../errors.ts'
import { clean } from './clean.ts'
import type { ToolName } from './name.ts'
import { stopped } from './stopped.ts'
import type { Outcome, ToolResult } from './tool.ts'

const lister: ToolName = 'get_server_metadata'

/** What the caller does next, by who can mend the error. */
const next: Readonly<Record<ErrorCode, (tool: string) => string>> = {
  InvalidInput: (tool) => `Mend it and call ${tool} again.`,
  SignInRequired: (tool) => `A person has to sign in; call ${tool} again afterwards.`,
  AccessDenied: (tool) =>
    `A person has to grant this; call ${tool} again afterwards, or for other subscriptions or workspaces.`,
  Incomplete: (tool) => `Call ${tool} again for less: fewer machines or a shorter time.`,
  Throttled: (tool) => `Wait a minute, then call ${tool} again, best with filters.`,
  ServiceUnavailable: (tool) => `Wait a minute, then call ${tool} again, best with filters.`,
  TableAbsent: (tool) => `Call ${tool} again with other workspaces.`,
  QueryRejected: () => defect,
  UnsupportedKql: () => defect,
  RowMismatch: () => defect,
  Cancelled: (tool) => `Call ${tool} again if the answer is still wanted.`,
}

const defect = 'This is a defect of infra-cli and repeating does not help: try another view, and report it.'

/** An error as a result that says what was wrong, what is valid and what to do next. Texts of services and of foreign errors stay inside. */
export function refusal(
  error: unknown,
  tool: string,
  namesMachines: boolean,
): { readonly code: Outcome['code']; readonly result: ToolResult } {
  if (!(error instanceof InfraError)) return { code: 'Defect', result: failed(`Defect: ${tool} failed. ${defect}`) }
  const { code, message, hint } = error
  const sentences = [
    `${code}: ${stopped(clean(message, 240))}`,
    stopped(clean(hint, 400)),
    ...(code === 'InvalidInput' && namesMachines ? [`${lister} lists the machines.`] : []),
    next[code](tool),
  ]
  return { code, result: failed(sentences.join(' ')) }
}

const failed = (text: string): ToolResult => ({ content: [{ type: 'text', text }], isError: true })
