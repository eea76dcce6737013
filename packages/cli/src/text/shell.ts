/** A command line from its arguments, quoted for a shell where they need it. */
export const line = (parts: readonly string[]): string => ['infra-cli', ...parts.map(quoted)].join(' ')

const quoted = (part: string): string =>
  /^[\w@%+=:,./-]+$/.test(part) ? part : `'${part.replaceAll("'", String.raw`'\''`)}'`
