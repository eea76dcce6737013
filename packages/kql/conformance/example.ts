import { readFileSync } from 'node:fs'
import type { ScalarType } from '../src/table.ts'

/** A query of Microsoft's documentation with the table printed under it; every cell is the text as printed. */
export interface Example {
  readonly id: string
  readonly page: string
  readonly query: string
  readonly expected: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** The result's columns as the binder knows them; null when they depend on the data. */
  readonly columnTypes: readonly { readonly name: string; readonly type: ScalarType }[] | null
  /** The service itself answers something else than the page prints. */
  readonly knownStaleDocs?: boolean
}

const outside = /\/(geo-|graph-|make-graph)|hll|tdigest|ipv[46]|(?<!bag-unpack)-plugin\.md$/

/** Whether an example is within what the engine promises: no geography, IP addresses, graphs, sketches, plugins but `bag_unpack`. */
export const isInScope = ({ page }: Example): boolean => !outside.test(page)

/** The examples of a file with one JSON object a line, without those that the service contradicts. */
export const readExamples = (file: string): Example[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Example => JSON.parse(line))
    .filter((example) => !example.knownStaleDocs)
