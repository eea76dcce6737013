import type { Node } from './parse.ts'
import { printed } from './print.ts'

/** The JSON text with one more member at the end of this object, or, without a key, one more item at the end of this array. Comments stay. */
export function withPart(text: string, container: Node, key: string | undefined, value: unknown): string {
  const { parts = [], endsInComma, start, end } = container
  const close = end - 1
  const outer = indentAt(text, isFirstOfLine(text, close) ? close : start)
  const [first, last] = [parts[0], parts.at(-1)]
  const inner = first && isFirstOfLine(text, first.start) ? indentAt(text, first.start) : outer + unitOf(text)
  const name = key === undefined ? '' : `${JSON.stringify(key)}: `
  const filled = text.slice(0, close).trimEnd().length
  const comma = last?.node.end ?? filled
  const before = text.slice(0, comma) + (last && !endsInComma ? ',' : '') + text.slice(comma, filled)
  return [before, inner + name + indented(value, inner, text), outer + text.slice(close)].join(lineEnd(text))
}

/** The JSON text with another value in the place of this one. */
export const withValue = (text: string, { start, end }: Node, value: unknown): string =>
  text.slice(0, start) + indented(value, indentAt(text, start), text) + text.slice(end)

const indented = (value: unknown, indent: string, text: string): string =>
  printed(value, unitOf(text), indent).replaceAll('\n', lineEnd(text))

const unitOf = (text: string): string => (/^\t/m.test(text) ? '\t' : '  ')

const lineEnd = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n')

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1

const indentAt = (text: string, at: number): string => /^[ \t]*/.exec(text.slice(lineStart(text, at)))?.[0] ?? ''

const isFirstOfLine = (text: string, at: number): boolean => text.slice(lineStart(text, at), at).trim() === ''
