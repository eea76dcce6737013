import { InfraError } from '@infra-analysis/core'
import { KqlError, UnsupportedKql } from '@infra-analysis/kql'
import type { FaultKind } from './faults.ts'
import type { GraphAnswer, GraphAnswers } from './graph-answers.ts'
import { graphPage } from './graph-page.ts'
import type { Quota } from './quota.ts'
import { badRequest, invalidQuery, resourceGraphError, resourceGraphFailure } from './resource-graph-errors.ts'
import { graphQuestion, pageAsked, type GraphQuestion } from './resource-graph-request.ts'
import type { Service } from './service.ts'
import { skipTokens, type Place, type SkipTokens } from './skip-token.ts'
import { jsonText, Refusal, type WireRequest } from './wire.ts'

/** The most bytes of a page. */
export const mostPageBytes = 16_777_216

/** Resource Graph over the wire. */
export function resourceGraph(answers: GraphAnswers, quota: Quota, mostBytes: number = mostPageBytes): Service {
  const tokens = skipTokens()
  return {
    engine: 'resource-graph',
    quota,
    quotaHeaders: ({ remaining, resetsAfterMs }) => ({
      'x-ms-user-quota-remaining': String(remaining),
      'x-ms-user-quota-resets-after': clockText(resetsAfterMs),
    }),
    pageOf: pageAsked,
    patienceOf: () => Infinity,
    failure: resourceGraphFailure,
    answer(request, faults) {
      const question = graphQuestion(request)
      const place = placeOf(question, tokens, faults, request)
      const answer = answered(question, answers, request)
      const next = (to: Place) => tokens.write(to, keyOf(question))
      const body = graphPage(answer, { ...question, ...place, isCut: faults.has('partial') }, next)
      const bytes = Buffer.byteLength(body)
      if (bytes <= mostBytes) return jsonText(200, [body])
      const message = `The response payload size is ${bytes} and exceeds the limit of ${mostBytes}.`
      throw badRequest(request, 'ResponsePayloadTooLarge', message)
    },
  }
}

const keyOf = ({ kql, scope }: GraphQuestion): string => JSON.stringify([kql, scope])

/** Where the page begins that is asked for. */
function placeOf(
  question: GraphQuestion,
  tokens: SkipTokens,
  faults: ReadonlySet<FaultKind>,
  request: WireRequest,
): Place {
  const { skipToken, skip } = question
  if (skipToken === undefined) return { offset: skip, page: 1, drift: 0 }
  const place = faults.has('expired-skip-token') ? undefined : tokens.read(skipToken, keyOf(question))
  if (!place) throw badRequest(request, 'InvalidSkipToken', 'The skip token has expired or belongs to another query.')
  const drift = place.drift + (faults.has('changed-data') ? 1 : 0) - (faults.has('removed-data') ? 1 : 0)
  return { ...place, drift }
}

function answered({ kql, scope }: GraphQuestion, answers: GraphAnswers, request: WireRequest): GraphAnswer {
  try {
    return answers(kql, scope)
  } catch (error) {
    if (error instanceof KqlError) throw invalidQuery(request, error)
    if (error instanceof InfraError) throw new Refusal(resourceGraphFailure(403, request))
    if (!(error instanceof UnsupportedKql)) throw error
    throw new Refusal(
      resourceGraphError(request, 501, 'UnsupportedKql', [{ code: 'UnsupportedKql', message: error.message }]),
    )
  }
}

/** hh:mm:ss, rounded up so that who waits as long does not come too early. */
function clockText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}
