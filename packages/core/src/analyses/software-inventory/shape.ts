import type { Directory } from '../../directory.ts'
import type { ProductInFleet, StoredProduct } from './row.ts'

/** A product's row with names and sites of its machines. */
export function shapeProduct({ installedOn, ...row }: StoredProduct, { find }: Directory): ProductInFleet {
  return {
    ...row,
    machines: unique(installedOn.map((id) => find(id)?.name ?? lastPart(id))),
    sites: unique(installedOn.map((id) => find(id)?.site ?? '')),
  }
}

const unique = (names: readonly string[]): string[] => [...new Set(names)].filter((name) => name !== '').toSorted()

/** The name in an ARM id or in `computer:<short name>`. */
const lastPart = (id: string): string => id.split(/[/:]/).at(-1) ?? id
