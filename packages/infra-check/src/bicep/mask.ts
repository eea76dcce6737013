/** The extensions that a text declares, and the text with spaces in their place: the grammar does not know them. */
export function maskExtensions(text: string): { readonly masked: string; readonly extensions: readonly string[] } {
  const extensions: string[] = []
  const masked = text.replaceAll(/^extension[ \t]+(\w+).*$/gm, (line, name: string) => {
    extensions.push(name)
    return ' '.repeat(line.length)
  })
  return { masked, extensions }
}
