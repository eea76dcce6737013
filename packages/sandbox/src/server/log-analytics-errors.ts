import type { Diagnostic, KqlError } from '@infra-analysis/kql'
import { json, Refusal, type Reply, type WireRequest } from './wire.ts'

/** The cause within an error, which may have a cause of its own. */
export interface InnerError {
  readonly code: string
  readonly message: string
  readonly innererror?: InnerError
  readonly [field: string]: unknown
}

/** An error in the shape of Log Analytics: the cause stands in `innererror`. */
export const logAnalyticsError = (
  { id }: WireRequest,
  status: number,
  code: string,
  message: string,
  innererror?: InnerError,
): Reply => json(status, { error: { message, code, correlationId: id, ...(innererror && { innererror }) } })

/** Refuses a request that is wrong. */
export const badArgument = (request: WireRequest, innererror: InnerError): Refusal =>
  new Refusal(logAnalyticsError(request, 400, 'BadArgumentError', 'Something in the request is not valid', innererror))

const failures: Readonly<Record<number, readonly [code: string, message: string]>> = {
  401: ['AuthenticationFailed', 'The token is missing or not valid.'],
  403: ['InsufficientAccessError', 'The caller has no access to what was asked.'],
  404: ['WorkspaceNotFoundError', 'There is no such workspace.'],
  429: ['ThrottledError', 'The caller asks too often.'],
  500: ['InternalServerError', 'Something went wrong inside.'],
  503: ['ServiceUnavailable', 'The service is not available.'],
  504: ['GatewayTimeout', 'The query took longer than the caller waits.'],
}

/** An error that is not of the query's making. */
export function logAnalyticsFailure(status: number, request: WireRequest): Reply {
  const [code, message] = failures[status] ?? ['Failed', 'The request failed.']
  return logAnalyticsError(request, status, code, message)
}

/** Refuses a query that is not valid: its syntax comes before its meaning. */
export function invalidQuery(request: WireRequest, kql: string, { message, diagnostics }: KqlError): Refusal {
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const syntax = errors.find(isSyntax)
  const [first = syntax] = errors
  if (!first) return badArgument(request, { code: 'SyntaxError', message })
  return syntax
    ? badArgument(request, {
        code: 'SyntaxError',
        message: 'The query cannot be read.',
        innererror: unread(syntax, kql),
      })
    : badArgument(request, {
        code: 'SemanticError',
        message: 'The query makes no sense.',
        innererror: unresolved(first, kql),
      })
}

// The analyzer's numbers below 100 are about text; these two are about operators out of place.
const isSyntax = ({ code }: Diagnostic): boolean => /^KS(0\d\d|174|176)$/.test(code)

const textAt = ({ start, length }: Diagnostic, kql: string): string => kql.slice(start, start + length)

function unread(at: Diagnostic, kql: string): InnerError {
  const token = textAt(at, kql)
  const message = `Query could not be parsed at '${token}' on line [${at.line},${at.column}]: ${at.message}`
  return { code: 'SYN0002', message, line: at.line, pos: at.column, token }
}

const unknownName = /^KS(142|204)$/

const unresolved = (at: Diagnostic, kql: string): InnerError =>
  unknownName.test(at.code)
    ? { code: 'SEM0100', message: `Failed to resolve table or column expression named '${textAt(at, kql)}'` }
    : { code: at.code.startsWith('SEM') ? at.code : 'SEM0001', message: at.message }
