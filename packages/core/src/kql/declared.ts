import type { ColumnType } from '../sources/source.ts'

const declaration = /^declare\s+query_parameters\s*\(([^)]*)\)\s*;\s*/m

/** The parameters that a query declares, name to type, in order. */
export function declared(kql: string): ReadonlyMap<string, ColumnType> {
  const parameters = declaration.exec(kql)?.[1]?.trim()
  if (!parameters) return new Map()
  return new Map(
    parameters.split(',').map((parameter) => {
      const [name = '', type = ''] = parameter.split(':').map((part) => part.trim())
      return [name, type as ColumnType]
    }),
  )
}

/** The query without its declaration. */
export const undeclared = (kql: string): string => kql.replace(declaration, '')
