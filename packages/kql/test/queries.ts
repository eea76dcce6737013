import { readdirSync, readFileSync } from 'node:fs'
import { type Case, readCases } from './case-file.ts'

const cases = new URL('../cases/', import.meta.url)
const packages = new URL('../../', import.meta.url)

/** The cases of `cases/`, by file. */
export const casesByFile: Readonly<Record<string, readonly Case[]>> = Object.fromEntries(
  readdirSync(cases).map((file) => [file, readCases(readFileSync(new URL(file, cases), 'utf8'))]),
)

/** The texts of all cases. */
export const caseQueries: readonly string[] = Object.values(casesByFile).flatMap((found) =>
  found.map(({ query }) => query),
)

/** The queries that other packages of this repository ship, by path; none where this package stands alone. */
export const shippedQueries: readonly (readonly [path: string, text: string])[] = readdirSync(packages).flatMap(
  (name) => {
    const source = new URL(`${name}/src/`, packages)
    return readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.kql'))
      .map((file) => [`${name}/src/${file}`, readFileSync(new URL(file, source), 'utf8')] as const)
  },
)
