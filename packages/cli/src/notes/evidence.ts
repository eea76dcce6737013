import type { Answer, Evidence, Scope } from '@infra-analysis/core'
import { block } from '../text/section.ts'
import type { Look } from '../look.ts'

/** What was asked of which store, and what it took. */
export const evidenceOf = ({ asOf, evidence }: Pick<Answer, 'asOf' | 'evidence'>, look: Look): readonly string[] =>
  block(`Asked (as of ${asOf})`, evidence.map(lineOf), look)

const lineOf = ({ query, engine, scope, rows, pages, requests, waitedMs, durationMs }: Evidence): string =>
  `${query}: rows ${rows}, pages ${pages}, requests ${requests}, took ${durationMs} ms, waited ${waitedMs} ms (${engine}, ${scopeText(scope)})`

const scopeText = (scope: Scope): string =>
  Object.entries(scope)
    .filter(([, ids]) => ids.length > 0)
    .map(([kind, ids]) => `${kind} ${ids.join(', ')}`)
    .join('; ') || 'all that can be read'
