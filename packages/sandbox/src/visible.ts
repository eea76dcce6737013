import type { Scope } from '@infra-analysis/core'
import type { Table } from '@infra-analysis/kql'
import type { TablesByName } from './evaluation.ts'
import { once } from './once.ts'
import { readable } from './scope.ts'
import type { Tables } from './tables/index.ts'

/** The tables of Resource Graph as the caller sees them in a scope. Throws AccessDenied when nothing of it can be read. */
export function visibleIn(tables: Tables): (scope: Scope) => TablesByName {
  const known = new Map<string, TablesByName>()
  return (scope) => {
    const subscriptions = readable(scope)
    const key = subscriptions.join()
    const found = known.get(key) ?? visibleTo(subscriptions, tables)
    known.set(key, found)
    return found
  }
}

/** The tables as one sees them who may read these subscriptions; rows above all subscriptions stay. */
function visibleTo(subscriptions: readonly string[], tables: Tables): TablesByName {
  const seen = new Set<unknown>(['', ...subscriptions])
  return Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, once(() => only(table(), seen))]))
}

function only({ columns, rows }: Table, subscriptions: ReadonlySet<unknown>): Table {
  const at = columns.findIndex(({ name }) => name === 'subscriptionId')
  return { columns, rows: rows.filter((row) => subscriptions.has(row[at])) }
}
