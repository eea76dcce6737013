import { catalog, machinesQuery, queriesOf, tables } from '@infra-analysis/core'
import { compile } from '@infra-analysis/kql'
import { expect, test } from 'vitest'
import { planKey } from '../src/plans.ts'

test('the recorded plans are those of the shipped queries', async () => {
  const queries = [machinesQuery, ...catalog.flatMap(queriesOf)]
  const plans = queries.map(({ kql, engine }) => [planKey(kql), compile(kql, tables[engine], engine)])
  const lines = plans.map(([key, plan]) => `${JSON.stringify(key)}: ${JSON.stringify(plan)}`)
  await expect(`{\n${lines.join(',\n')}\n}\n`).toMatchFileSnapshot('../src/plans.generated.json')
})
