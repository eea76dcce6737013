import { intoDynamic } from '../values/dynamic.ts'
import type { ControlFlow } from './control-flow.ts'
import { constantOf, reader } from './expressions.ts'

/** `pack_all(ignoresNulls, name, cell, name, cell, …)`: a bag of the row's cells, on wish without nulls and empty strings. */
export const packAll: ControlFlow = ({ args: [ignores, ...pairs] }, context) => {
  const ignoresNulls = ignores !== undefined && constantOf(ignores, context) === true
  const cells = Array.from({ length: pairs.length / 2 }, (_, index) => {
    const [name, value] = pairs.slice(2 * index, 2 * index + 2)
    if (!name || !value) throw new Error('pack_all takes names and cells in pairs')
    return { name: String(constantOf(name, context)), read: reader(value, context), print: intoDynamic(value.type) }
  })
  return (row) => {
    const entries = cells.map(({ name, read, print }) => [name, print(read(row))] as const)
    return Object.fromEntries(ignoresNulls ? entries.filter(([, cell]) => cell !== null && cell !== '') : entries)
  }
}
