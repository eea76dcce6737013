import type { ScalarFunction } from '../call.ts'
import { typed } from '../typed.ts'

// RFC 3492.
const BASE = 36
const LOWEST = 1
const HIGHEST = 26
const DIGITS = 'abcdefghijklmnopqrstuvwxyz0123456789'

const adapt = (delta: number, points: number, first: boolean): number => {
  let rest = first ? Math.floor(delta / 700) : Math.floor(delta / 2)
  rest += Math.floor(rest / points)
  let steps = 0
  for (; rest > ((BASE - LOWEST) * HIGHEST) / 2; steps += BASE) rest = Math.floor(rest / (BASE - LOWEST))
  return steps + Math.floor(((BASE - LOWEST + 1) * rest) / (rest + 38))
}

const threshold = (position: number, bias: number): number => Math.min(HIGHEST, Math.max(LOWEST, position - bias))

const spell = (value: number, bias: number): string => {
  let [text, rest] = ['', value]
  for (let position = BASE; ; position += BASE) {
    const limit = threshold(position, bias)
    if (rest < limit) return text + (DIGITS[rest] ?? '')
    text += DIGITS[limit + ((rest - limit) % (BASE - limit))] ?? ''
    rest = Math.floor((rest - limit) / (BASE - limit))
  }
}

const encode = (text: string): string => {
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0)
  const basic = points.filter((point) => point < 128)
  let encoded = String.fromCodePoint(...basic) + (basic.length > 0 ? '-' : '')
  let [done, current, delta, bias] = [basic.length, 128, 0, 72]
  while (done < points.length) {
    const next = points.filter((point) => point >= current).reduce((least, point) => Math.min(least, point))
    delta += (next - current) * (done + 1)
    for (const point of points) {
      if (point < next) delta += 1
      if (point !== next) continue
      encoded += spell(delta, bias)
      bias = adapt(delta, done + 1, done === basic.length)
      delta = 0
      done += 1
    }
    delta += 1
    current = next + 1
  }
  return encoded
}

const decode = (text: string): string | null => {
  const cut = text.lastIndexOf('-')
  const points = Array.from(text.slice(0, Math.max(0, cut)), (character) => character.codePointAt(0) ?? 0)
  let [at, current, index, bias] = [cut + 1, 128, 0, 72]
  while (at < text.length) {
    const before = index
    for (let weight = 1, position = BASE; ; position += BASE) {
      const digit = DIGITS.indexOf((text[at++] ?? ' ').toLowerCase())
      if (digit < 0) return null
      index += digit * weight
      const limit = threshold(position, bias)
      if (digit < limit) break
      weight *= BASE - limit
    }
    bias = adapt(index - before, points.length + 1, before === 0)
    current += Math.floor(index / (points.length + 1))
    index %= points.length + 1
    if (current > 0x10ffff) return null
    points.splice(index++, 0, current)
  }
  return String.fromCodePoint(...points)
}

const isAscii = (text: string): boolean => /^\p{ASCII}*$/u.test(text)

const labels = (domain: string, change: (label: string) => string | null): string | null => {
  const changed = domain.split('.').map(change)
  return changed.includes(null) ? null : changed.join('.')
}

/** Punycode of texts, and of the labels of domain names. */
export const punycodes: Readonly<Record<string, ScalarFunction>> = {
  punycode_from_string: typed(['string'], encode),
  punycode_to_string: typed(['string'], decode),
  punycode_domain_from_string: typed(['string'], (domain: string) =>
    labels(domain, (label) => (isAscii(label) ? label : `xn--${encode(label)}`)),
  ),
  punycode_domain_to_string: typed(['string'], (domain: string) =>
    labels(domain, (label) => (label.startsWith('xn--') ? decode(label.slice(4)) : label)),
  ),
}
