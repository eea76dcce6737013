/** Remembers texts, each in 16 bytes at most: of a million texts, two are taken for the same once in ten thousand times. */
export interface Seen {
  /** Of these texts, those that an earlier call has had. */
  again(texts: readonly string[]): readonly string[]
}

export function seenTexts(): Seen {
  // A Set of as many numbers takes five times the memory. Zero is an empty place.
  let places = new Float64Array(1024)
  let used = 0

  const placeOf = (value: number): number => {
    let place = value % places.length
    while (places[place] !== 0 && places[place] !== value) place = (place + 1) % places.length
    return place
  }
  const has = (value: number): boolean => places[placeOf(value)] === value
  const add = (value: number): void => {
    if (has(value)) return
    if (used * 2 >= places.length) grow()
    places[placeOf(value)] = value
    used += 1
  }
  const grow = (): void => {
    const before = places
    places = new Float64Array(before.length * 2)
    for (const value of before) if (value !== 0) places[placeOf(value)] = value
  }

  return {
    again(texts) {
      const hashes = texts.map(hash)
      const repeated = texts.filter((_, i) => has(hashes[i] ?? 0))
      for (const one of hashes) add(one)
      return repeated
    },
  }
}

/** 52 bits of two multiplicative hashes, never zero. */
function hash(text: string): number {
  let high = 0x9e3779b9
  let low = 0x85ebca6b
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 0x01000193)
    low = Math.imul(low ^ code, 0x5bd1e995) + 1
  }
  high = Math.imul(high ^ (high >>> 15), 0x2c1b3c6d)
  low = Math.imul(low ^ (low >>> 13), 0x297a2d39)
  return ((high ^ (high >>> 12)) & 0xfffff) * 0x1_0000_0000 + ((low ^ (low >>> 16)) >>> 0) || 1
}
