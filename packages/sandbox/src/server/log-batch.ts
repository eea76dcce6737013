import { badArgument } from './log-analytics-errors.ts'
import { json, Refusal, type Reply, type WireRequest } from './wire.ts'

interface Part {
  readonly id: string
  readonly workspace: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body: unknown
}

/** Whether a request holds several queries. */
export const isBatch = ({ path }: WireRequest): boolean => path === '/v1/$batch'

/** Answers the queries of a batch, in another order than they were asked. */
export function batchReply(request: WireRequest, answer: (request: WireRequest) => Reply): Reply {
  const responses = partsOf(request).map((part) => {
    const { status, body } = answered(single(request, part), answer)
    const text = [...body].join('')
    return { id: part.id, status, headers: {}, ...(text !== '' && { body: JSON.parse(text) as unknown }) }
  })
  return json(200, { responses: responses.toReversed() })
}

const single = (request: WireRequest, { workspace, headers, body }: Part): WireRequest => ({
  ...request,
  path: `/v1/workspaces/${workspace}/query`,
  headers: { ...request.headers, ...headers },
  body: JSON.stringify(body),
})

function answered(request: WireRequest, answer: (request: WireRequest) => Reply): Reply {
  try {
    return answer(request)
  } catch (error) {
    if (error instanceof Refusal) return error.reply
    throw error
  }
}

function partsOf(request: WireRequest): readonly Part[] {
  try {
    const { requests } = JSON.parse(request.body) as { requests?: readonly Part[] }
    if (Array.isArray(requests)) return requests
  } catch {
    // Refused below, like a body without requests.
  }
  throw badArgument(request, { code: 'InvalidJson', message: 'The body has no requests.' })
}
