import { UnsupportedKql } from '../errors.ts'
import type { ParseKeyValues, Span } from '../plan/plan.ts'
import { everywhere, regex } from '../values/regex.ts'

/** Reads the keys and values of a text; of a key that comes twice the first counts. */
export type PairReader = (text: string) => ReadonlyMap<string, string>

type Pair = readonly [key: string, value: string]

const toMap = (pairs: Iterable<Pair>): Map<string, string> => {
  const found = new Map<string, string>()
  for (const [key, value] of pairs) if (!found.has(key)) found.set(key, value)
  return found
}

/** Makes the reader that the options of `parse-kv` ask for. */
export function pairReader({ options, keys, at }: ParseKeyValues): PairReader {
  const text = (name: string): string => (typeof options[name] === 'string' ? options[name] : '')
  const [pair, middle, quote] = [text('pair_delimiter'), text('kv_delimiter'), text('quote')]
  if (text('regex')) return byExpression(text('regex'), at)
  if (!pair && !middle && !quote) return byWords(keys.map(({ name }) => name))
  if (!pair || !middle) throw new UnsupportedKql('parse-kv with only one of its delimiters', at)
  if (options['greedy'] === true) {
    if (quote) throw new UnsupportedKql('parse-kv that is greedy and has quotes', at)
    return greedy(pair, middle)
  }
  return delimited(pair, middle, quote, text('escape'))
}

const byExpression = (pattern: string, at: Span): PairReader => {
  const all = everywhere(regex(pattern, at))
  return (text) => toMap(Array.from(text.matchAll(all), ([, key = '', value = '']): Pair => [key.trim(), value.trim()]))
}

// Without delimiters every character that is neither letter nor digit separates.
const byWords =
  (names: readonly string[]): PairReader =>
  (text) => {
    const words = text.split(/[^\p{L}\p{N}]+/u)
    const pairs = names.flatMap((name): Pair[] => {
      const value = words[words.indexOf(name) + 1]
      return words.includes(name) && value !== undefined ? [[name, value]] : []
    })
    return toMap(pairs)
  }

// A value reaches to the last pair delimiter before the next key.
const greedy =
  (pair: string, middle: string): PairReader =>
  (text) => {
    const parts = text.split(middle)
    const pairs = parts.slice(1).map((part, index): Pair => {
      const before = parts[index] ?? ''
      const key = index === 0 && !before.includes(pair) ? before : before.slice(before.lastIndexOf(pair) + pair.length)
      const end = index === parts.length - 2 ? part.length : part.lastIndexOf(pair)
      return [key.trim(), part.slice(0, end < 0 ? 0 : end).trim()]
    })
    return toMap(pairs)
  }

const delimited =
  (pair: string, middle: string, quote: string, escape: string): PairReader =>
  (text) => {
    const pairs: Pair[] = []
    let at = 0
    while (at < text.length) {
      const key = readUntil(text, at, [middle, pair], quote, escape)
      at = key.end + key.stop.length
      if (key.stop !== middle) continue
      const value = readUntil(text, at, [pair], quote, escape)
      at = value.end + value.stop.length
      pairs.push([key.text, value.text])
    }
    return toMap(pairs)
  }

/** Reads up to a delimiter that no quotes enclose; `quote` is one character, or an opening and a closing one. */
function readUntil(
  text: string,
  from: number,
  stops: readonly string[],
  quote: string,
  escape: string,
): { text: string; end: number; stop: string } {
  const [open = '', close = open] = quote
  let [at, plain, quoted] = [from, '', undefined as string | undefined]
  while (at < text.length) {
    if (open && text.startsWith(open, at) && plain.trim() === '' && quoted === undefined) {
      const inside = readQuoted(text, at + open.length, close, escape)
      quoted = inside.text
      at = inside.end
      continue
    }
    const stop = stops.find((candidate) => text.startsWith(candidate, at))
    if (stop !== undefined) return { text: quoted ?? plain.trim(), end: at, stop }
    plain += text[at]
    at += 1
  }
  return { text: quoted ?? plain.trim(), end: at, stop: '' }
}

function readQuoted(text: string, from: number, close: string, escape: string): { text: string; end: number } {
  let [at, inside] = [from, '']
  while (at < text.length && !text.startsWith(close, at)) {
    if (escape && text.startsWith(escape, at)) at += escape.length
    inside += text[at] ?? ''
    at += 1
  }
  return { text: inside, end: at + close.length }
}
