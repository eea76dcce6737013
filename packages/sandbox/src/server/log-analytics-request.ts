import type { Window } from '@infra-analysis/core'
import { clock } from '../clock.ts'
import { badArgument, logAnalyticsError } from './log-analytics-errors.ts'
import { preferenceOf, type Preference } from './prefer.ts'
import { windowIn } from './timespan.ts'
import { Refusal, type Reply, type WireRequest } from './wire.ts'

/** What a request to Log Analytics asks for. */
export interface LogQuestion extends Preference {
  readonly kql: string
  /** GUIDs or ARM ids of workspaces, or the ARM id of a resource whose rows are asked for. */
  readonly targets: readonly string[]
  readonly window?: Window
}

const mostWorkspaces = 100
const path = /^\/v1\/+(?:workspaces\/(?<workspace>[^/]+)|(?<resource>subscriptions\/.+))\/query$/i

/** Reads and checks a request. Throws Refusal. */
export function logQuestion(request: WireRequest): LogQuestion {
  const { workspace, resource } = path.exec(request.path)?.groups ?? {}
  const target = workspace ?? (resource && `/${resource}`)
  if (target === undefined) throw new Refusal(pathNotFound(request))
  // The service answers so, too.
  if (!request.headers['content-type'] || request.body === '') throw new Refusal({ status: 200, body: [] })
  const { query, timespan, workspaces = [] } = bodyOf(request)
  if (typeof query !== 'string' || query.trim() === '') throw wrong(request, 'query', 'The query is missing.')
  if (!isTexts(workspaces)) throw wrong(request, 'workspaces', 'The workspaces are not a list of names.')
  const targets = [...new Set([target, ...workspaces])]
  if (targets.length > mostWorkspaces)
    throw wrong(request, 'workspaces', `At most ${mostWorkspaces} can be asked at once.`)
  const window = typeof timespan === 'string' && timespan !== '' ? windowIn(timespan, clock) : 'none'
  if (!window) throw wrong(request, 'timespan', 'The time span is not ISO 8601.')
  return { kql: query, targets, ...(window !== 'none' && { window }), ...preferenceOf(request.headers['prefer']) }
}

/** The answer to a path that leads nowhere. */
const pathNotFound = (request: WireRequest): Reply =>
  logAnalyticsError(request, 404, 'PathNotFoundError', 'Nothing is found on this path')

const wrong = (request: WireRequest, property: string, message: string): Refusal =>
  badArgument(request, { code: 'InvalidProperty', message, property })

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

function bodyOf(request: WireRequest): { query?: unknown; timespan?: unknown; workspaces?: unknown } {
  try {
    const body: unknown = JSON.parse(request.body)
    if (typeof body === 'object' && body !== null) return body
  } catch {
    // Refused below, like any other body that is no object.
  }
  throw badArgument(request, { code: 'InvalidJson', message: 'The body is not a JSON object.' })
}
