/** What stands between the lines of dashes at the beginning, and the rest. Throws for anything but one line a field. */
export function frontMatterOf(text: string): {
  readonly fields: Readonly<Record<string, unknown>>
  readonly body: string
} {
  const [, lines, body] = /^---\n((?:[a-z-]+: .+\n)+)---\n\n([^]+)$/.exec(text) ?? []
  if (lines === undefined || body === undefined) throw new Error(`There is no front matter: ${text.slice(0, 80)}`)
  const entries = [...lines.matchAll(/^([a-z-]+): (.+)$/gm)].map(([, name = '', value = '']) => [
    name,
    /^[a-z][a-z0-9-]*$/.test(value) ? value : JSON.parse(value),
  ])
  return { fields: Object.fromEntries(entries), body }
}
