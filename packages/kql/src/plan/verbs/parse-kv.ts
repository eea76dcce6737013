import { lower } from '../expressions.ts'
import { followedBy } from '../pipelines.ts'
import { literalValue } from '../literal.ts'
import { slotOf } from '../site.ts'
import { optionsOf, resultOf, type VerbLowering } from './verb.ts'

const optionNames = ['pair_delimiter', 'kv_delimiter', 'quote', 'escape', 'greedy', 'regex']

export const parseKv: VerbLowering = (operator, input, scope) => {
  const keys = operator
    .part('Keys')
    .list('Columns')
    .map((column) => column.part('Name'))
  const added = keys.filter(({ name }) => slotOf(input.columns, name) < 0).map(({ name, type }) => ({ name, type }))
  const known = resultOf(operator)
  const columns = known.filter(({ name }, slot) => slotOf(known, name) === slot)
  const clause = operator.maybe('WithClause')
  const options = clause ? [...optionsOf(clause, optionNames, 'Properties')] : []
  return followedBy(input, columns, {
    verb: 'parse-kv',
    of: lower(operator.part('Expression'), { scope, row: input.columns }),
    width: input.columns.length + added.length,
    keys: keys.map(({ name, type }) => ({ name, type, target: slotOf(columns, name) })),
    options: Object.fromEntries(options.map(([name, value]) => [name, literalValue(value)])),
    at: operator.at,
  })
}
