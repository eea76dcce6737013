/** A stream of random values that depends on nothing but its seed and keys. */
export interface Random {
  /** At least 0, below 1. */
  next(): number
  chance(probability: number): boolean
  /** A whole number; both ends included. */
  int(from: number, to: number): number
  /** A positive number whose logarithm is spread evenly. */
  logarithmic(from: number, to: number): number
  pick<const T>(items: readonly T[]): T
  weighted<const T>(items: readonly (readonly [item: T, weight: number])[]): T
  hex(digits: number): string
  guid(): string
}

/** One stream for each seed and list of keys, so that a new stream never shifts the values of another. */
export function random(seed: number, ...keys: readonly (string | number)[]): Random {
  const name = `${seed}/${keys.join('/')}`
  const next = sfc32(hash(name, 0x811c9dc5), hash(name, 0x9e3779b9))
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  const hex = (digits: number): string =>
    digits > 8
      ? hex(8) + hex(digits - 8)
      : Math.floor(next() * 16 ** digits)
          .toString(16)
          .padStart(digits, '0')
  return {
    next,
    chance: (probability) => next() < probability,
    int,
    logarithmic: (from, to) => from * (to / from) ** next(),
    pick: (items) => at(items, int(0, items.length - 1)),
    weighted(items) {
      let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0)
      return (items.find(([, weight]) => (left -= weight) < 0) ?? at(items, items.length - 1))[0]
    },
    hex,
    guid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
  }
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index]
  if (item === undefined) throw new RangeError('Nothing to pick from')
  return item
}

/** FNV-1a from a given start. */
function hash(text: string, start: number): number {
  let value = start
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}

/** The small fast counting generator: four words of state, mixed well after a dozen rounds. */
function sfc32(first: number, second: number): () => number {
  let a = first
  let b = second
  let c = 0x243f6a88
  let d = 1
  const next = (): number => {
    const sum = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let i = 0; i < 12; i++) next()
  return next
}
