/** What a reader who sees only the text of an answer can know. */
export interface ReadText {
  readonly summary: string
  readonly coverage: readonly string[]
  readonly warnings: readonly string[]
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly cursor: string | undefined
  readonly rest: string
}

/** Reads the text of an answer back. */
export function readText(text: string): ReadText {
  const lines = text.split('\n')
  const at = (start: string) => lines.findIndex((line) => line.startsWith(start))
  const from = at('Rows ')
  const table = lines.slice(from + (lines[from + 1]?.startsWith('Free text stands') ? 2 : 1))
  const end = table.indexOf('')
  const [columns = [], ...rows] = table.slice(0, end).map(cells)
  return {
    summary: lines.slice(0, at('Coverage: ')).join('\n'),
    coverage: lines.filter((line) => /^(Coverage|Unknown): /.test(line)),
    warnings: lines.filter((line) => line.startsWith('Warning: ')).map((line) => line.slice('Warning: '.length)),
    columns,
    rows,
    cursor: /^More rows: call again with cursor="(.+?)"/m.exec(text)?.[1],
    rest: table.slice(end).join('\n'),
  }
}

/** The cells of a line of CSV. */
const cells = (line: string): readonly string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain = '']) =>
    quoted === undefined ? plain : quoted.replaceAll('""', '"'),
  )
