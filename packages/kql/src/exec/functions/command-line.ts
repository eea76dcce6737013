import { UnsupportedKql } from '../../errors.ts'
import type { ScalarFunction } from '../call.ts'
import { typed } from '../typed.ts'

const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t'

/** The program, which may be quoted but knows no escapes, and where its arguments begin. */
const readProgram = (text: string): { program: string; end: number } => {
  const quoted = text.startsWith('"')
  const found = quoted ? text.indexOf('"', 1) : text.search(/[ \t]/)
  const end = found < 0 ? text.length : found
  return { program: text.slice(quoted ? 1 : 0, end), end: quoted ? end + 1 : end }
}

/** Splits a command line as Windows does: backslashes escape only before a quote, a doubled quote inside quotes stands for one. */
const parseWindows = (text: string): string[] => {
  const { program, end } = readProgram(text)
  const found = [program]
  let at = end
  for (;;) {
    while (isBlank(text[at])) at += 1
    if (at >= text.length) return found
    let [argument, quoted] = ['', false]
    while (at < text.length && (quoted || !isBlank(text[at]))) {
      const [slashes = ''] = /^\\*/.exec(text.slice(at)) ?? []
      at += slashes.length
      if (text[at] !== '"') {
        argument += slashes + (at < text.length && (quoted || !isBlank(text[at])) ? text[at++] : '')
        continue
      }
      argument += slashes.slice(Math.ceil(slashes.length / 2))
      at += 1
      if (slashes.length % 2 === 1) argument += '"'
      else if (quoted && text[at] === '"') argument += text[at++]
      else quoted = !quoted
    }
    found.push(argument)
  }
}

/** Command lines taken apart. */
export const commandLines: Readonly<Record<string, ScalarFunction>> = {
  parse_command_line: (site) =>
    typed(['string'], (text: string, kind: string) => {
      if (kind.toLowerCase() !== 'windows') throw new UnsupportedKql(`${site.name} for ${kind}`, site.at)
      return text === '' ? null : parseWindows(text)
    })(site),
}
