/** A Markdown file that begins with what clients read first; values are written as JSON, which is YAML too. */
export function withFrontMatter(fields: Readonly<Record<string, string | readonly string[]>>, body: string): string {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${written(value)}`)
  return ['---', ...lines, '---', '', body.trim(), ''].join('\n')
}

const written = (value: string | readonly string[]): string =>
  typeof value === 'string' && /^[a-z][a-z0-9-]*$/.test(value) ? value : JSON.stringify(value)
