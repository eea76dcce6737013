const escape = String.fromCharCode(27)
/** What steers a terminal: control sequences, and commands up to their end. */
const ansi = new RegExp(`${escape}(?:\\[[0-?]*[ -/]*[@-~]|\\][^\\p{Cc}]*(?:${escape}\\\\)?)`, 'gu')
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g
/** Control, format and other characters that nobody sees, and lone surrogates. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu

/** Text on one line, with nothing invisible and no Markdown link in it, of at most so many characters. */
export function clean(text: string, length: number): string {
  // A text may be long beyond reason, and most of it invisible.
  const considered = text.slice(0, length * 20)
  const line = considered.replace(ansi, '').replace(breaks, ' ').replace(invisible, '').replaceAll('](', '] (').trim()
  const characters = [...line]
  const isWhole = considered === text && characters.length <= length
  return isWhole ? line : `${characters.slice(0, length - 1).join('')}…`
}
