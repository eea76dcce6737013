import type { Engine } from '@infra-analysis/core'
import type { FaultKind } from './faults.ts'
import type { Quota } from './quota.ts'
import type { Reply, WireRequest } from './wire.ts'

/** One of the two stores as it speaks over the wire. */
export interface Service {
  readonly engine: Engine
  /** How often a caller may ask. */
  readonly quota: Quota
  /** The headers in which the store tells what is left of the quota. */
  quotaHeaders(left: { readonly remaining: number; readonly resetsAfterMs: number }): Readonly<Record<string, string>>
  /** Which page of an answer is asked for, from 1. */
  pageOf(request: WireRequest): number
  /** How long the store works on a request before it gives up, in milliseconds. */
  patienceOf(request: WireRequest): number
  /** Answers, with those faults that lie in the data. Throws Refusal. */
  answer(request: WireRequest, faults: ReadonlySet<FaultKind>): Reply
  /** An error that is not of the query's making. */
  failure(status: number, request: WireRequest): Reply
}
