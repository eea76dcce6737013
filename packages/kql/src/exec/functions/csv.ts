/** A field, quoted with doubled quotes inside or plain; what follows a closing quote belongs to the field. */
const field = /"((?:[^"]+|"")*)"?([^,\r\n]*)|([^,\r\n]*)/y

/** The fields of the first record of a CSV text: quoted fields may hold delimiters, doubled quotes and line breaks. */
export function parseCsv(text: string): string[] {
  const fields: string[] = []
  for (let at = 0; ; at += 1) {
    field.lastIndex = at
    const [whole = '', quoted, rest = '', plain = ''] = field.exec(text) ?? []
    fields.push(quoted === undefined ? plain : quoted.replaceAll('""', '"') + rest)
    at += whole.length
    if (text[at] !== ',') return fields
  }
}
