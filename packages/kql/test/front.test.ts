import { expect, it } from 'vitest'
import { items, loadParser, type RawDiagnostic } from '../src/front/bridge.ts'
import { globalsOf } from '../src/front/globals.ts'
import { columnsOf } from '../src/front/node.ts'
import { diagnostic, parse } from '../src/front/parse.ts'
import type { Column, Schema } from '../src/index.ts'
import { caseQueries, shippedQueries } from './queries.ts'

const column = (name: string, type: Column['type']): Column => ({ name, type })

// Enough for much of the shipped queries to bind; what does not bind must fail alike on both paths.
const schema: Schema = {
  resources: ['id', 'name', 'type', 'location', 'resourceGroup', 'subscriptionId', 'kind']
    .map((name) => column(name, 'string'))
    .concat(['properties', 'tags', 'sku', 'identity'].map((name) => column(name, 'dynamic'))),
  patchassessmentresources: [column('id', 'string'), column('type', 'string'), column('properties', 'dynamic')],
  Perf: ['Computer', 'ObjectName', 'CounterName', 'InstanceName', '_ResourceId']
    .map((name) => column(name, 'string'))
    .concat([column('TimeGenerated', 'datetime'), column('CounterValue', 'real')]),
}

// Made once: the documented path builds a grammar for each.
const globals = globalsOf(schema)

function slowly(text: string): Omit<ReturnType<typeof parse>, 'root'> {
  const code = loadParser().kusto.KustoCode.ParseAndAnalyze(text, globals)
  return {
    diagnostics: items<RawDiagnostic>(code.GetDiagnostics()).map((found) => diagnostic(found, text)),
    columns: code.ResultType?.Columns === undefined ? [] : columnsOf(code.ResultType),
  }
}

const queries = [...caseQueries, ...shippedQueries.map(([, query]) => query)]

it.each(queries)('binds on the fast path as on the documented one: %s', (query) => {
  const { diagnostics, columns } = parse(query, schema)
  expect({ diagnostics, columns }).toEqual(slowly(query))
})
