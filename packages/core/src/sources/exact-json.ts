const stringOrLong = /"[^"\\]*(?:\\.[^"\\]*)*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g

/** JSON with whole numbers beyond 2^53 as text, because a JavaScript number would lose digits. Throws SyntaxError. */
export function parseExact(text: string): unknown {
  if (!/\d{16}/.test(text)) return JSON.parse(text)
  return JSON.parse(text.replace(stringOrLong, (found) => (isTooLong(found) ? `"${found}"` : found)))
}

const isTooLong = (found: string): boolean => !found.startsWith('"') && !Number.isSafeInteger(Number(found))
