import type { Scope } from '@infra-analysis/core'
import { badRequest, resourceGraphFailure } from './resource-graph-errors.ts'
import { pageOfToken } from './skip-token.ts'
import { Refusal, type WireRequest } from './wire.ts'

/** What a request to Resource Graph asks for. */
export interface GraphQuestion {
  readonly kql: string
  readonly scope: Scope
  readonly top: number
  readonly skip: number
  readonly skipToken?: string
  readonly format: 'objectArray' | 'table'
}

interface Body {
  readonly query?: unknown
  readonly subscriptions?: unknown
  readonly managementGroups?: unknown
  readonly facets?: readonly unknown[]
  readonly options?: Readonly<Record<string, unknown>>
}

const apiVersion = '2024-04-01'
const mostSubscriptions = 1000
const mostRows = 1000
const rowsByDefault = 100

/** Reads and checks the body of a request. Throws Refusal. */
export function graphQuestion(request: WireRequest): GraphQuestion {
  if (request.search.get('api-version') !== apiVersion) {
    throw badRequest(request, 'InvalidApiVersionParameter', `The api-version must be ${apiVersion}.`)
  }
  if (!isJson(request)) throw new Refusal(resourceGraphFailure(500, request))
  const { query, subscriptions = [], managementGroups = [], facets = [], options = {} } = bodyOf(request)
  const { $top: top = rowsByDefault, $skip: skip = 0, $skipToken: skipToken, resultFormat = 'objectArray' } = options
  const must = (isRight: boolean, message: string): void => {
    if (!isRight) throw badRequest(request, 'BadRequest', message)
  }
  must(typeof query === 'string' && query.trim() !== '', 'The query is missing.')
  must(isTexts(subscriptions) && isTexts(managementGroups), 'The scope is not a list of names.')
  const scope = { subscriptions: lower(subscriptions), managementGroups: lower(managementGroups) }
  must(scope.subscriptions.length <= mostSubscriptions, `At most ${mostSubscriptions} subscriptions can be asked.`)
  must(
    scope.subscriptions.length === 0 || scope.managementGroups.length === 0,
    'Subscriptions and management groups exclude each other.',
  )
  must(isWhole(top) && Number(top) >= 1 && Number(top) <= mostRows, `$top must be from 1 to ${mostRows}.`)
  must(isWhole(skip) && Number(skip) >= 0, '$skip must be 0 or more.')
  must(resultFormat === 'objectArray' || resultFormat === 'table', 'resultFormat must be objectArray or table.')
  must(facets.length === 0, 'The sandbox computes no facets.')
  return {
    kql: query as string,
    scope,
    top: top as number,
    skip: skip as number,
    ...(typeof skipToken === 'string' && skipToken !== '' && { skipToken }),
    format: resultFormat as GraphQuestion['format'],
  }
}

/** Which page a request asks for, from 1; of what it says, nothing is checked. */
export function pageAsked({ body }: WireRequest): number {
  try {
    const skipToken = (JSON.parse(body) as Body).options?.['$skipToken']
    return typeof skipToken === 'string' ? pageOfToken(skipToken) : 1
  } catch {
    return 1
  }
}

const isJson = ({ headers }: WireRequest): boolean => /^application\/json\b/i.test(headers['content-type'] ?? '')
const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')
const isWhole = (value: unknown): boolean => Number.isSafeInteger(value)
const lower = (ids: unknown): readonly string[] => (ids as readonly string[]).map((id) => id.toLowerCase())

function bodyOf(request: WireRequest): Body {
  try {
    const body: unknown = JSON.parse(request.body)
    if (typeof body === 'object' && body !== null) return body
  } catch {
    // Refused below, like any other body that is no object.
  }
  throw badRequest(request, 'InvalidRequestContent', 'The body is not a JSON object.')
}
