/** A quoted field with doubled quotes inside; what follows the closing quote belongs to the field. */
const quotedField = /"((?:[^"]+|"")*)"?([^,\r\n]*)/y

/** The fields of the first record of a CSV text: quoted fields may hold delimiters, doubled quotes and line breaks. */
export function parseCsv(text: string): string[] {
  const fields: string[] = []
  let lineEnd = -1
  for (let at = 0; ; at += 1) {
    if (text[at] === '"') {
      quotedField.lastIndex = at
      const [whole = '', quoted = '', rest = ''] = quotedField.exec(text) ?? []
      fields.push(quoted.replaceAll('""', '"') + rest)
      at += whole.length
    } else {
      if (lineEnd < at) lineEnd = endOfLine(text, at)
      const comma = text.indexOf(',', at)
      const end = comma < 0 || comma > lineEnd ? lineEnd : comma
      fields.push(text.slice(at, end))
      at = end
    }
    if (text[at] !== ',') return fields
  }
}

function endOfLine(text: string, from: number): number {
  const ends = [text.indexOf('\n', from), text.indexOf('\r', from)].filter((end) => end >= 0)
  return Math.min(text.length, ...ends)
}
