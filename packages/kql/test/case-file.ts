import type { Table } from '../src/index.ts'

/** One case of a file in `cases/`: a query and the table or the error that it must give. */
export interface Case {
  readonly title: string
  readonly query: string
  /** The word behind ```kql, if there is one. */
  readonly dialect: string
  readonly expected: string
}

const pattern = /^## (.+)\n+```kql ?(\S*)\n([\s\S]*?)\n```\n+([\s\S]*)$/

/** Reads the cases of a file. */
export function readCases(markdown: string): Case[] {
  return markdown
    .split(/\n(?=## )/)
    .slice(1)
    .map((section) => {
      const [, title = '', dialect = '', query = '', expected = ''] = pattern.exec(section) ?? []
      if (!query) throw new Error(`no query in: ${section.slice(0, 60)}`)
      return { title, query, dialect, expected: expected.trim() }
    })
}

const printed = (cell: unknown, type: string): string =>
  type === 'string' ? quote(String(cell)) : JSON.stringify(cell)

// Text stands as it is unless its ends could not be seen or it could be taken for something else.
const quote = (text: string): string => (/^[^\s"|](?:[^\n\t|]*[^\s|])?$/.test(text) ? text : JSON.stringify(text))

/** A table as Markdown: `name:type` above, cells in JSON, text bare where that is clear. */
export function printTable({ columns, rows }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    line(columns.map(({ name, type }) => `${name}:${type}`)),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(row.map((cell, slot) => printed(cell, columns[slot]?.type ?? 'dynamic')))),
  ].join('\n')
}

/** An error as a case shows it. */
export const printError = (error: Error): string => ['```error', `${error.name}: ${error.message}`, '```'].join('\n')
