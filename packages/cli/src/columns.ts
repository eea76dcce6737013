import type { Column } from './formats/sheet.ts'
import { invalid, notAmong } from './usage.ts'

/** The columns of `owner` that are named, ignoring case; undefined when none is. Throws InvalidInput for a name that is not a column. */
export function chosenColumns<C extends Column>(
  columns: readonly C[],
  owner: string,
  names: readonly string[] | undefined,
): readonly C[] | undefined {
  const chosen = names?.map((name) => {
    const found = columns.find((column) => column.name.toLowerCase() === name.toLowerCase())
    if (!found)
      throw notAmong(
        `${owner} has no column '${name}'`,
        name,
        'Columns',
        columns.map((column) => column.name),
      )
    return found
  })
  if (chosen && new Set(chosen).size < chosen.length)
    throw invalid('A column is named twice in --columns', 'Name each column once.')
  return chosen
}
