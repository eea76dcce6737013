/** Characters of which each takes one column: Latin, and our own signs. */
const narrow = /^[ -~\u00A1-\u00AC\u00AE-\u02FF…–─‘’“”]*$/
const ellipsis = '…'

let measured = (text: string): number => [...text].length

/** Loads the measure of wide and combining characters when a text has any; until then each character counts as one column. */
export async function measureFor(text: string): Promise<void> {
  if (!narrow.test(text)) measured = (await import('string-width')).default
}

/** Columns that a text takes on a terminal. */
export const widthOf = (text: string): number => (narrow.test(text) ? text.length : measured(text))

/** The text cut to so many columns, with an ellipsis; a path loses its beginning, everything else its end. */
export function shortened(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  if (text.startsWith('/')) return ending(text, width)
  return (
    taken(characters(text), width - 1)
      .join('')
      .trimEnd() + ellipsis
  )
}

/** The end of a text in so many columns, with an ellipsis before it when it is cut. */
export function ending(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  const kept = taken(characters(text).toReversed(), width - 1).toReversed()
  return ellipsis + kept.join('')
}

/** The text filled up with spaces. */
export function padded(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)))
  return align === 'left' ? text + space : space + text
}

const characters = (text: string): string[] =>
  narrow.test(text) ? text.split('') : Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)

function taken(items: readonly string[], width: number): string[] {
  let used = 0
  const end = items.findIndex((item) => (used += widthOf(item)) > width)
  return items.slice(0, end < 0 ? undefined : end)
}
