/** JSON as people write it: a list of plain values on one line, everything else a line each, indented by `unit`. */
export function printed(value: unknown, unit = '  ', indent = ''): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = indent + unit
  if (!Array.isArray(value)) {
    const members = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${printed(one, unit, inner)}`)
    return block('{', members, '}', indent, inner)
  }
  const items = value.map((one) => printed(one, unit, inner))
  return value.some((one) => typeof one === 'object') ? block('[', items, ']', indent, inner) : `[${items.join(', ')}]`
}

const block = (open: string, parts: readonly string[], close: string, indent: string, inner: string): string =>
  parts.length === 0 ? open + close : `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${indent}${close}`
