import type { Io } from '../../io.ts'
import type { ValuesOf } from '../../options.ts'
import { invalid } from '../../usage.ts'
import { loopback } from '../loopback.ts'
import type { checkOptions } from '../options.ts'

/** The server to check: one that runs, or one that is started. */
export type Target =
  | { readonly url: URL; readonly headers: Readonly<Record<string, string>> }
  | { readonly command: string; readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> }

/** Whether nobody but this machine can reach the server. */
export const isLocal = (target: Target): boolean => !('url' in target) || loopback.includes(target.url.hostname)

/** The server that the command line names. Throws InvalidInput, also where a secret would cross a network in the clear. */
export function targetOf(
  words: readonly string[],
  values: ValuesOf<typeof checkOptions>,
  { env }: Pick<Io, 'env'>,
): Target {
  const [first, ...args] = words
  if (first === undefined) throw invalid('Nothing says which server to check', 'Give its URL, or -- and its command.')
  if (!first.includes('://')) return { command: first, args, env: definedIn(env) }
  if (args.length > 0) throw invalid(`'${args[0]}' is given behind a URL`, 'Give one URL, or -- and a command.')
  if (!/^https?:/i.test(first) || !URL.canParse(first)) {
    const hint = 'Give one such as https://<app>.azurewebsites.net/runtime/webhooks/mcp.'
    throw invalid(`'${first}' is not a URL of HTTP`, hint)
  }
  const [token, key] = [values.token ?? env['INFRA_MCP_TOKEN'], values.key ?? env['INFRA_MCP_KEY']]
  const headers = { ...(token && { authorization: `Bearer ${token}` }), ...(key && { 'x-functions-key': key }) }
  const target = { url: new URL(first), headers }
  if (target.url.protocol === 'http:' && Object.keys(headers).length > 0 && !isLocal(target)) {
    throw invalid('A token or key would be sent without encryption', 'Give an https:// URL.')
  }
  return target
}

const definedIn = (env: Io['env']): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined))
