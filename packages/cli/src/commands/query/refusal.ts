import { didYouMean, tables, type Engine, type InfraError } from '@infra-analysis/core'
import type { Checked, Diagnostic } from '@infra-analysis/kql'
import { engineNames } from '../../options.ts'
import { invalid } from '../../usage.ts'

/** The error for a query that cannot be asked, undefined for one that can. */
export function refusal(
  kql: string,
  { diagnostics, columns, operators }: Checked,
  engine: Engine,
): InfraError | undefined {
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) {
    const found = errors.length === 1 ? 'an error' : `${errors.length} errors`
    return invalid(`The query has ${found} as a query for ${engine}`, hintOn(kql, errors, engine))
  }
  if (columns.length > 0 || operators.length > 0) return undefined
  return invalid('The query gives no table', "End it with an expression that gives one, such as a table's name.")
}

const unknownTable = 'KS204'

function hintOn(kql: string, errors: readonly Diagnostic[], engine: Engine): string {
  const unknown = errors.find(({ code }) => code === unknownTable)
  if (!unknown) return 'Mend what is marked above; --check tells whether it is right without asking.'
  const name = kql.slice(unknown.start, unknown.start + unknown.length)
  const other = engineNames.find((one) => one !== engine && isTable(name, one))
  if (other) return `'${name}' is a table of ${other}, and a query reads one store: see --engine.`
  const known = engineNames.map((one) => `${Object.keys(tables[one]).join(', ')} (${one})`)
  return `Tables: ${known.join('; ')}.${didYouMean(
    name,
    engineNames.flatMap((one) => Object.keys(tables[one])),
  )}`
}

const isTable = (name: string, engine: Engine): boolean =>
  Object.keys(tables[engine]).some((table) => table.toLowerCase() === name.toLowerCase())
