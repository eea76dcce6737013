import { isLocal } from './target.ts'
import type { Finding, Visit } from './tried.ts'

const opening = JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'infra-cli-check', version: '0' } },
})

/** Whether a server that others can reach refuses those who bring no token and no key. Throws the error of fetch. */
export async function protection({ target, patience: { timeout, signal } }: Visit): Promise<Finding> {
  if (!('url' in target)) return { state: 'ok', detail: 'Only the program that starts it reaches it' }
  const limit = AbortSignal.timeout(timeout)
  const { status, body } = await fetch(target.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
    body: opening,
    redirect: 'manual',
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
  })
  await body?.cancel()
  if (status >= 300) return { state: 'ok', detail: `A stranger gets status ${status}` }
  if (isLocal(target)) {
    return { state: 'warning', detail: 'Every program here can ask it', mend: { advice: 'Let it ask for a token.' } }
  }
  const advice = 'Turn on authentication: anyone who finds it can read about your fleet.'
  return { state: 'failed', detail: 'A stranger gets answers', mend: { advice } }
}
