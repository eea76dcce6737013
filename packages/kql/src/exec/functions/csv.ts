/** The fields of the first record of a CSV text: quoted fields may hold delimiters, doubled quotes and line breaks. */
export const parseCsv = (text: string): string[] => {
  const fields: string[] = []
  let field = ''
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (quoted) {
      if (character !== '"') field += character
      else if (text[at + 1] === '"') field += text[(at += 1)]
      else quoted = false
    } else if (character === '"' && field === '') quoted = true
    else if (character === ',') {
      fields.push(field)
      field = ''
    } else if (character === '\n' || character === '\r') break
    else field += character
  }
  return [...fields, field]
}
