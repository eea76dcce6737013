import { tables as schema, type Scope } from '@infra-analysis/core'
import { compile, run, UnsupportedKql, type Plan, type Table } from '@infra-analysis/kql'
import { clock } from '../clock.ts'
import { tablesIn } from '../plans.ts'
import { readable } from '../scope.ts'
import { resourceId } from '../tables/spelling.ts'
import { row } from '../tables/rows.ts'
import type { GraphAnswer } from './graph-answers.ts'
import { keepsRows } from './keeps-rows.ts'

/** Stands in for the table `resources`. */
export interface SyntheticRows {
  /** The answer to a query that reads `resources`; undefined for another. Throws UnsupportedKql for what needs all rows at once. */
  answer(kql: string, scope: Scope): GraphAnswer | undefined
}

/** A table `resources` of so many rows, spread over the subscriptions that can be read; each row is made when it is asked for. */
export function syntheticRows(count: number): SyntheticRows {
  const everywhere = readable({})
  const edge = (subscription: number) => Math.floor((subscription * count) / everywhere.length)
  const sizes = new Map(everywhere.map((id, place) => [id, edge(place + 1) - edge(place)]))
  return {
    answer(kql, scope) {
      const plan = compile(kql, schema['resource-graph'], 'resource-graph')
      const read = tablesIn(plan)
      if (!read.includes('resources')) return undefined
      if (read.length > 1 || !keepsRows(plan.pipeline)) {
        throw new UnsupportedKql('A query that needs more than one synthetic row at once')
      }
      const blocks = readable(scope).map((id) => ({ id, size: sizes.get(id) ?? 0 }))
      return {
        columns: plan.pipeline.columns,
        total: blocks.reduce((total, { size }) => total + size, 0),
        canContinue: true,
        rowsFrom: (from, to) => answered(unsorted(plan), [...numbered(blocks, Math.max(0, from), to)]),
      }
    },
  }
}

const columns = schema['resource-graph']['resources'] ?? []

// The rows are in the order of their ids as they are.
const unsorted = (plan: Plan): Plan => ({
  ...plan,
  pipeline: { ...plan.pipeline, steps: plan.pipeline.steps.filter(({ verb }) => verb !== 'sort') },
})

const answered = (plan: Plan, rows: Table['rows']): Table['rows'] =>
  run(plan, { tables: { resources: { columns, rows } }, now: clock }).rows

interface Block {
  readonly id: string
  readonly size: number
}

/** The rows of some blocks from one number to another, in the order of their ids. */
function* numbered(blocks: readonly Block[], from: number, to: number): Generator<readonly unknown[]> {
  let before = 0
  for (const { id, size } of blocks) {
    for (let number = Math.max(from - before, 0); number < Math.min(to - before, size); number++) {
      const made = machine(id, number)
      yield columns.map(({ name }) => made[name])
    }
    before += size
  }
}

function machine(subscriptionId: string, number: number): Readonly<Record<string, unknown>> {
  const name = `srv-${String(number).padStart(8, '0')}`
  const type = 'microsoft.hybridcompute/machines'
  return row({
    id: resourceId(subscriptionId, 'rg-many', type, name),
    name,
    type,
    subscriptionId,
    resourceGroup: 'rg-many',
    location: 'westeurope',
    properties: { status: number % 10 === 0 ? 'Disconnected' : 'Connected' },
  })
}
