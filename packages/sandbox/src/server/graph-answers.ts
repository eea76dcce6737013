import { tables as schema, type Scope } from '@infra-analysis/core'
import { check, type Table } from '@infra-analysis/kql'
import { evaluation } from '../evaluation.ts'
import type { Tables } from '../tables/index.ts'
import { visibleIn } from '../visible.ts'
import type { SyntheticRows } from './synthetic.ts'

/** An answer of Resource Graph, of which any rows can be read. */
export interface GraphAnswer {
  readonly columns: Table['columns']
  readonly total: number
  /** Whether the service continues behind the first page. */
  readonly canContinue: boolean
  readonly rowsFrom: (from: number, to: number) => Table['rows']
}

/** Answers a query in a scope. Throws KqlError, UnsupportedKql, and AccessDenied for a scope of which nothing can be read. */
export type GraphAnswers = (kql: string, scope: Scope) => GraphAnswer

const mostKept = 8

/** Answers from tables; the last answers are kept, so that their later pages cost nothing. */
export function graphAnswers(tables: Tables, synthetic?: SyntheticRows): GraphAnswers {
  const visible = visibleIn(tables)
  const kept = new Map<string, GraphAnswer>()
  return (kql, scope) => {
    const seen = visible(scope)
    const key = JSON.stringify([kql, scope])
    const answer = kept.get(key) ?? synthetic?.answer(kql, scope) ?? whole(kql, evaluation(kql, 'resource-graph', seen))
    kept.delete(key)
    kept.set(key, answer)
    for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest)
    return answer
  }
}

const whole = (kql: string, { columns, rows }: Table): GraphAnswer => ({
  columns,
  total: rows.length,
  canContinue: !takes(kql) && columns.some(({ type }) => type !== 'dynamic'),
  rowsFrom: (from, to) => rows.slice(Math.max(0, from), to),
})

const takes = (kql: string): boolean =>
  check(kql, schema['resource-graph'], 'resource-graph').operators.some((name) => /^(take|limit|sample)$/.test(name))
