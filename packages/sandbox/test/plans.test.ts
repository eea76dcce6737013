import { execFileSync } from 'node:child_process'
import { catalog, run, shippedQueries, tables, type Question } from '@infra-analysis/core'
import { compile } from '@infra-analysis/kql'
import { describe, expect, test } from 'vitest'
import { sandbox } from '../src/index.ts'
import { planKey } from '../src/plans.ts'

test('the recorded plans are those of the shipped queries', async () => {
  const plans = shippedQueries.map(({ kql, engine }) => [planKey(kql), compile(kql, tables[engine], engine)])
  const lines = plans.map(([key, plan]) => `${JSON.stringify(key)}: ${JSON.stringify(plan)}`)
  await expect(`{\n${lines.join(',\n')}\n}\n`).toMatchFileSnapshot('../src/plans.generated.json')
})

describe.each(catalog.map((analysis) => [analysis.id, analysis] as const))('%s', (_, analysis) => {
  test('its plans answer as its text does', async () => {
    const source = sandbox({ machines: 15, sampling: 60 })
    const asked: Question[] = []
    const listening = {
      ...source,
      query(question: Question) {
        asked.push(question)
        return source.query(question)
      },
    }
    for (const view of Object.keys(analysis.views)) await run(analysis, {}, { source: listening, scope: {} }, { view })
    const rows = async (question: Question) => {
      const found: unknown[] = []
      for await (const page of source.query(question)) found.push(...page.rows)
      return found
    }
    for (const { template, ...question } of new Map(asked.map((one) => [one.kql, one])).values()) {
      expect(template).toBeDefined()
      expect(await rows({ ...question, template })).toEqual(await rows(question))
    }
  })
})

test('the eight analyses run without the parser', () => {
  const program = `
    import { catalog, run } from '@infra-analysis/core'
    import { sandbox } from '@infra-analysis/sandbox'
    const source = sandbox({ machines: 15, sampling: 60 })
    for (const analysis of catalog) await run(analysis, {}, { source, scope: {} })
    process.stdout.write(JSON.stringify([catalog.length, typeof globalThis.Kusto, typeof globalThis.Bridge]))`
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
    cwd: import.meta.dirname,
  })
  expect(JSON.parse(output)).toEqual([catalog.length, 'undefined', 'undefined'])
})
