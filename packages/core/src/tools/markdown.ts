/** A table; `(none)` when it has no rows. */
export function table(columns: readonly string[], rows: readonly (readonly unknown[])[]): string {
  if (rows.length === 0) return '(none)'
  const line = (cells: readonly unknown[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n')
}

const cell = (value: unknown): string =>
  (value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)).replaceAll(/[|<]/g, String.raw`\$&`)

/** Code that stays as it is. */
export const code = (text: string): string => `\`${text}\``

/** A block of code. */
export const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``

/** A list, one item a line. */
export const list = (items: readonly string[]): string => items.map((item) => `* ${item}`).join('\n')
