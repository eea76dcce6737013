import type { Diagnostic } from '@infra-analysis/kql'
import type { Look } from '../../look.ts'
import { harmless } from '../../text/harmless.ts'
import { ending, shortened, widthOf } from '../../text/width.ts'
import { hanging } from '../../text/wrap.ts'

const indent = '  '

/** Errors and warnings, each as `line:column code message` over its line of the query with a caret under the place. */
export function diagnosticLines(kql: string, diagnostics: readonly Diagnostic[], look: Look): readonly string[] {
  const shown = diagnostics.filter(({ severity }) => severity !== 'information')
  return shown.flatMap((diagnostic) => [...heading(diagnostic, look), ...excerpt(kql, diagnostic, look)])
}

function heading({ line, column, code, severity, message }: Diagnostic, { style, textWidth }: Look): readonly string[] {
  const place = `${line}:${column} ${code} `
  const text = severity === 'warning' ? `Warning: ${message}` : message
  return hanging(style.bold(place), place.length, harmless(text), textWidth)
}

function excerpt(kql: string, { line, column, start, length, severity }: Diagnostic, look: Look): readonly string[] {
  const source = kql.split('\n')[line - 1] ?? ''
  const room = look.width - indent.length
  const before = ending(printable(source.slice(0, column - 1)), Math.ceil(room / 2))
  const marked = printable(kql.slice(start, start + length).split('\n', 1)[0] ?? '')
  const after = printable(source.slice(column - 1)).trimEnd()
  const left = room - widthOf(before)
  const carets = '^'.repeat(Math.max(1, Math.min(widthOf(marked.trimEnd()), left)))
  const paint = severity === 'error' ? look.style.red : look.style.yellow
  return [indent + before + shortened(after, left), indent + ' '.repeat(widthOf(before)) + paint(carets)]
}

const tab = ' '.repeat(4)
const printable = (text: string): string => harmless(text.replaceAll('\t', tab))
