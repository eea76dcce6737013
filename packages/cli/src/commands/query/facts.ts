import type { Engine } from '@infra-analysis/core'
import type { Checked } from '@infra-analysis/kql'
import { jsonText } from '../../formats/json-text.ts'
import type { Look } from '../../look.ts'
import { harmless } from '../../text/harmless.ts'
import { section, type Entry } from '../../text/section.ts'

/** All that the check of a query found out, as JSON. */
export const checkedJson = (checked: Checked, engine: Engine, { isTerminal }: Look): readonly string[] => [
  jsonText({ engine, ...checked }, isTerminal ? 2 : undefined),
]

/** What a query gives, takes and reads. */
export function facts(checked: Checked, engine: Engine, look: Look): readonly string[] {
  const { columns, parameters, tables, operators, functions } = checked
  const typed = (items: Checked['columns']) => items.map(({ name, type }): Entry => [harmless(name), type])
  const named = Object.entries({ tables, operators, functions }).filter(([, names]) => names.length > 0)
  const uses = named.map(([kind, names]): Entry => [kind, harmless(names.join(', '))])
  return [
    `ok (${engine})`,
    ...sectionOf('Columns', typed(columns), look),
    ...sectionOf('Parameters', typed(parameters), look),
    ...sectionOf('Uses', uses, look),
  ]
}

const sectionOf = (heading: string, entries: readonly Entry[], look: Look): readonly string[] =>
  entries.length > 0 ? section(heading, entries, look) : []
