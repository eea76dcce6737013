import { converter } from '../../values/convert.ts'
import { printer } from '../../values/print.ts'
import { reader } from '../expressions.ts'
import { pairReader } from '../key-values.ts'
import { widener } from '../widener.ts'
import type { Operator } from './operator.ts'

/** Sets columns from the keys and values of a text; a key that is missing is null. */
export const parseKv: Operator<'parse-kv'> = (step, context) => {
  const read = reader(step.of, context)
  const print = printer(step.of.type)
  const pairsOf = pairReader(step)
  const keys = step.keys.map(({ name, target, type }) => ({ name, target, convert: converter('string', type) }))
  const widen = widener(step.width)
  return (rows) =>
    rows.map((row) => {
      const pairs = pairsOf(print(read(row)))
      const made = widen(row)
      for (const { name, target, convert } of keys) made[target] = convert(pairs.get(name) ?? '')
      return made
    })
}
