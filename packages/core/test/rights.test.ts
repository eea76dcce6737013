import { expect, test } from 'vitest'
import { machinesQuery } from '../src/directory.ts'
import { catalog, queriesOf } from '../src/index.ts'
import type { Query } from '../src/kql/query.ts'
import { readBy } from './reads.ts'

/** That one may ask at all, and which subscriptions there are. */
const asking = {
  'resource-graph': ['microsoft.resourcegraph/resources/read', 'microsoft.resources/subscriptions/read'],
  'log-analytics': [
    'microsoft.operationalinsights/workspaces/read',
    'microsoft.operationalinsights/workspaces/query/read',
  ],
}

const ofType = (type: string): string =>
  `${type.replace('virtualmachines/patchassessmentresults', 'virtualmachines/patchassessmentresults/latest')}/read`

const ofTable = (table: string): string =>
  `microsoft.operationalinsights/workspaces/query/${table.endsWith('_CL') ? 'tables.custom' : table.toLowerCase()}/read`

const neededBy = (query: Query): readonly string[] => [
  ...asking[query.engine],
  ...readBy(query).map(query.engine === 'resource-graph' ? ofType : ofTable),
  ...(/extended\.instanceView/.test(query.kql) ? ['microsoft.compute/virtualmachines/instanceview/read'] : []),
]

test.each(catalog)('$id needs the rights to what its queries read, and no others', (analysis) => {
  const needed = new Set([machinesQuery, ...queriesOf(analysis)].flatMap(neededBy))
  expect(analysis.rights.map((right) => right.toLowerCase()).toSorted()).toEqual([...needed].toSorted())
})
