import { catalog } from './analyses/index.ts'
import { queriesOf } from './analysis.ts'
import { machinesQuery } from './directory.ts'
import { subscriptionsQuery } from './doctor/access.ts'
import { feeds } from './doctor/feeds.ts'
import { workspaceQuery } from './doctor/workspace.ts'
import type { Query } from './kql/query.ts'

/** Every query that this library sends, each once. */
export const shippedQueries: readonly Query[] = [
  ...new Set([
    machinesQuery,
    ...catalog.flatMap(queriesOf),
    subscriptionsQuery,
    workspaceQuery,
    ...feeds.map(({ query }) => query),
  ]),
]
