import { UnsupportedKql } from '../errors.ts'
import type { SyntaxNode } from '../front/node.ts'
import type { Column } from '../table.ts'
import type { Expression } from './plan.ts'
import type { Scope } from './scope.ts'

/** Where an expression is lowered: the names it sees and the row its columns come from. */
export interface Site {
  readonly scope: Scope
  readonly row: readonly Column[]
  /** Takes over the calls that an operator treats itself: aggregates, window functions. */
  readonly intercept?: (call: SyntaxNode, site: Site) => Expression | undefined
}

/** The slot of a column, -1 when the row has none of that name. */
export const slotOf = (row: readonly Column[], name: string): number =>
  row.findIndex((candidate) => candidate.name === name)

/** The expression that reads a column. */
export function column(row: readonly Column[], slot: number): Expression {
  const found = row[slot]
  if (!found) throw new UnsupportedKql('a column that the row lacks')
  return { kind: 'column', type: found.type, slot }
}

/** The expressions that copy a row, cell by cell. */
export const everyColumn = (row: readonly Column[]): Expression[] => row.map((_, slot) => column(row, slot))
