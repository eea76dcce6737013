import { describe, expect, test } from 'vitest'
import { failureOf } from '../src/sources/azure-errors.ts'
import { pauseBefore, pauseIn, quotaIn } from '../src/sources/pause.ts'
import type { Engine } from '../src/index.ts'
import { stillClock } from './still-clock.ts'

const secret = 'What the service says is not for the reader'

const failure = (engine: Engine, status: number, error?: unknown) =>
  failureOf(
    { status, header: () => undefined, text: error === undefined ? '<html>' : JSON.stringify({ error }) },
    { engine, where: 'workspace w' },
  )
const nested = (...codes: string[]): unknown =>
  codes.reduceRight<unknown>((innererror, code) => ({ code, message: secret, innererror }), undefined)
const listed = (...codes: string[]): unknown => ({
  code: 'BadRequest',
  message: secret,
  details: codes.map((code) => ({ code, message: secret, line: 3, characterPositionInLine: 7 })),
})

test.each<[Engine, number, unknown, string, string]>([
  ['log-analytics', 400, nested('BadArgumentError', 'SyntaxError', 'SYN0002'), 'QueryRejected', 'never'],
  ['log-analytics', 400, nested('BadArgumentError', 'SemanticError', 'SEM0100'), 'QueryRejected', 'never'],
  ['resource-graph', 400, listed('InvalidQuery', 'ParserFailure'), 'QueryRejected', 'never'],
  ['resource-graph', 400, listed('TooManySubscriptionsUnderScope'), 'InvalidInput', 'never'],
  ['resource-graph', 400, undefined, 'ServiceUnavailable', 'soon'],
  ['log-analytics', 401, nested('AuthenticationFailed'), 'SignInRequired', 'once'],
  ['log-analytics', 403, nested('InsufficientAccessError'), 'AccessDenied', 'never'],
  ['log-analytics', 403, nested('InvalidAuthenticationTokenAudience'), 'SignInRequired', 'never'],
  ['log-analytics', 403, undefined, 'AccessDenied', 'never'],
  ['log-analytics', 404, nested('PathNotFoundError'), 'AccessDenied', 'never'],
  ['log-analytics', 407, undefined, 'ServiceUnavailable', 'never'],
  ['resource-graph', 429, listed('RateLimiting'), 'Throttled', 'quota'],
  ['log-analytics', 500, undefined, 'ServiceUnavailable', 'soon'],
  ['log-analytics', 501, nested('Nothing'), 'ServiceUnavailable', 'never'],
  ['log-analytics', 504, nested('GatewayTimeout'), 'ServiceUnavailable', 'soon'],
])('%s %i %j is %s, tried again: %s', (engine, status, error, code, retry) => {
  const found = failure(engine, status, error)
  expect(found).toMatchObject({ error: { code }, retry })
  expect(JSON.stringify([found.error.message, found.error.hint, found.error.cause])).not.toContain(secret)
})

test('an unknown table of ours is told by its name', () => {
  const named = { code: 'SEM0100', message: "Failed to resolve table or column expression named 'Heartbeat'" }
  expect(failure('log-analytics', 400, { code: 'BadArgumentError', innererror: named }).error).toMatchObject({
    code: 'TableAbsent',
    message: 'The workspace has no table Heartbeat',
  })
})

test('the place in the query and the code are for the reader', () => {
  expect(failure('resource-graph', 400, listed('InvalidQuery', 'ParserFailure')).error.hint).toBe(
    'Azure Resource Graph refuses it at line 3, character 7 (ParserFailure).',
  )
})

test('who may not read is told the role and where', () => {
  expect(failure('log-analytics', 403, nested('InsufficientAccessError')).error.hint).toContain(
    'Log Analytics Reader on workspace w',
  )
  expect(failure('resource-graph', 403, listed('AccessDenied')).error.hint).toBe(
    'Ask for the role Reader on workspace w.',
  )
})

describe('the pause that a reply asks for', () => {
  const now = Date.parse('2026-11-20T09:00:00Z')
  const pause = (headers: Record<string, string>) =>
    pauseIn({ status: 429, text: '', header: (name) => headers[name] }, now)

  test.each([
    [{ 'retry-after': '7' }, 7000],
    [{ 'retry-after': 'Fri, 20 Nov 2026 09:00:05 GMT' }, 5000],
    [{ 'retry-after': 'Fri, 20 Nov 2026 08:00:00 GMT' }, 0],
    [{ 'retry-after-ms': '1500', 'retry-after': '7' }, 1500],
    [{ 'x-ms-user-quota-remaining': '0', 'x-ms-user-quota-resets-after': '00:01:03' }, 63_000],
    [{ 'retry-after': 'soon' }, undefined],
    [{}, undefined],
  ])('%j: %s ms', (headers, milliseconds) => expect(pause(headers)).toBe(milliseconds))

  test('a quota that is not told is not known', () => {
    expect(quotaIn(() => undefined)).toBeUndefined()
    expect(quotaIn(() => '00:00:05')).toBeUndefined()
  })
})

test('pauses double, up to half a minute, and there are five', () => {
  const { error } = failure('log-analytics', 500)
  const random = () => 1
  const pauses = [1, 2, 3, 4, 5, 6].map((attempts) =>
    pauseBefore({ error, retry: 'soon' }, undefined, attempts, { ...stillClock(), random }),
  )
  expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, undefined])
  expect(pauseBefore({ error, retry: 'soon' }, undefined, 1, stillClock())).toBe(500)
  expect(pauseBefore({ error, retry: 'quota' }, undefined, 9, stillClock())).toBe(30_000)
  expect(pauseBefore({ error, retry: 'quota' }, 0, 1, stillClock())).toBe(500)
})
