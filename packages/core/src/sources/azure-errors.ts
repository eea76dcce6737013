import { type ErrorCode, InfraError } from '../errors.ts'
import { tables } from '../kql/tables.ts'
import { type ErrorBody, errorBody } from './error-body.ts'
import type { Failure } from './failure.ts'
import type { Reply } from './replies.ts'
import type { Engine } from './source.ts'

/** Who was asked for what, as far as a reader has to know it. */
export interface Asked {
  readonly engine: Engine
  /** The subscriptions, management groups or workspaces, in words. */
  readonly where: string
}

/** The names of the two services. */
export const serviceOf: Readonly<Record<Engine, string>> = {
  'resource-graph': 'Azure Resource Graph',
  'log-analytics': 'Log Analytics',
}

/** What a reply that is not a success means. Its texts never reach a message. */
export function failureOf(reply: Reply, asked: Asked): Failure {
  const { status } = reply
  const body = errorBody(reply.text)
  const fail = (code: ErrorCode, message: string, hint: string): InfraError =>
    new InfraError(code, message, hint, { status, codes: body.codes })
  const service = serviceOf[asked.engine]

  switch (status) {
    case 400:
    case 413:
      return refusal(body, asked, fail)
    case 401:
      return { error: fail('SignInRequired', `${service} does not accept the sign-in`, signIn), retry: 'once' }
    case 403:
      return { error: denial(body, asked, fail), retry: 'never' }
    case 404:
      return { error: fail('AccessDenied', `${asked.where} cannot be found`, rights(asked)), retry: 'never' }
    case 429:
      return {
        error: fail('Throttled', `${service} is throttling`, 'Ask again in a few minutes.'),
        retry: 'quota',
      }
    case 408:
    case 504: {
      const message = `${service} took too long to answer`
      return { error: fail('ServiceUnavailable', message, 'Ask again, or for less.'), retry: 'soon' }
    }
    default: {
      const isPassing = status >= 500 && status !== 501 && status !== 505
      const message = `${service} is not available: HTTP ${status}`
      const error = fail('ServiceUnavailable', message, isPassing ? 'Ask again later.' : notAzure)
      return { error, retry: isPassing ? 'soon' : 'never' }
    }
  }
}

type Fail = (code: ErrorCode, message: string, hint: string) => InfraError

const signIn = 'Sign in again, and check that tenant and cloud are the right ones.'
const notAzure =
  'Something between here and Azure may have answered, such as a proxy or a login page: check the network.'

function refusal({ codes, texts, place }: ErrorBody, asked: Asked, fail: Fail): Failure {
  const service = serviceOf[asked.engine]
  if (codes.length === 0) return unreadable(asked)
  if (codes.includes('ResponsePayloadTooLarge')) {
    const error = fail('QueryRejected', `${service} cannot send a row as large as this`, 'Ask for fewer columns.')
    return { error, retry: 'never', isTooLarge: true }
  }
  if (codes.includes('TooManySubscriptionsUnderScope')) {
    const error = fail('InvalidInput', `${asked.where} hold too many subscriptions`, 'Give smaller management groups.')
    return { error, retry: 'never' }
  }
  const table = asked.engine === 'log-analytics' && codes.includes('SEM0100') ? tableIn(texts) : undefined
  if (table) {
    const hint = 'Turn on what fills the table, or ask another workspace.'
    return { error: fail('TableAbsent', `The workspace has no table ${table}`, hint), retry: 'never' }
  }
  const at = place ? ` at line ${place.line}, character ${place.character}` : ''
  const reason = codes.findLast((code) => /^\w{1,40}$/.test(code))
  return {
    error: fail(
      'QueryRejected',
      'The query is not valid',
      `${service} refuses it${at}${reason ? ` (${reason})` : ''}.`,
    ),
    retry: 'never',
  }
}

/** A table of ours that one of these messages names in quotes. */
const tableIn = (texts: readonly string[]): string | undefined =>
  Object.keys(tables['log-analytics']).find((table) => texts.some((text) => text.includes(`'${table}'`)))

function denial({ codes }: ErrorBody, asked: Asked, fail: Fail): InfraError {
  const service = serviceOf[asked.engine]
  if (codes.some((code) => /Token|Audience|Authentication/.test(code))) {
    return fail('SignInRequired', `${service} does not accept the sign-in: it is for another service or cloud`, signIn)
  }
  if (codes.length === 0) return fail('AccessDenied', `Access to ${service} is barred`, notAzure)
  return fail('AccessDenied', `${asked.where} may not be read`, rights(asked))
}

const rights = ({ engine, where }: Asked): string =>
  engine === 'resource-graph'
    ? `Ask for the role Reader on ${where}.`
    : `Ask for the role Log Analytics Reader on ${where}; a workspace behind a private link answers in its own network only.`

/** What answered is not the service, or not whole. */
export const unreadable = ({ engine }: Asked): Failure => ({
  error: new InfraError('ServiceUnavailable', `The answer is not one of ${serviceOf[engine]}`, notAzure),
  retry: 'soon',
})

/** Nothing came back. */
export const unreachable = ({ engine }: Asked, cause: unknown): Failure => ({
  error: new InfraError(
    'ServiceUnavailable',
    `${serviceOf[engine]} cannot be reached`,
    'Check the network, the proxy settings and the cloud.',
    { code: (cause as { code?: unknown } | undefined)?.code },
  ),
  retry: 'soon',
})

/** Nothing came back in time. */
export const overdue = ({ engine }: Asked, patienceMs: number): Failure => ({
  error: new InfraError(
    'ServiceUnavailable',
    `${serviceOf[engine]} did not answer within ${Math.round(patienceMs / 1000)} s`,
    'Ask again later, or for less.',
  ),
  retry: 'never',
})
