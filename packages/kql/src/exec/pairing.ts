/** Numbers pairs of whole numbers of 32 bits in the order in which they first come, from 0; equal pairs get the same number. */
export type Pairing = (first: number, second: number) => number

/** A hash table over typed arrays: unlike a `Map`, it needs no key of its own per pair. */
export function pairing(): Pairing {
  let [places, firsts, seconds] = tables(1024)
  let count = 0
  let [lastFirst, lastSecond, lastNumber] = [-1, -1, -1]

  // The place of a pair, or the free one where it belongs; a place holds a number that is counted from 1.
  const find = (first: number, second: number): number => {
    const mask = places.length - 1
    const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)
    let place = (mixed ^ (mixed >>> 15)) & mask
    for (;;) {
      const number = (places[place] as number) - 1
      if (number < 0 || (firsts[number] === first && seconds[number] === second)) return place
      place = (place + 1) & mask
    }
  }
  const grow = (): void => {
    const [olderFirsts, olderSeconds] = [firsts, seconds]
    ;[places, firsts, seconds] = tables(places.length * 2)
    firsts.set(olderFirsts)
    seconds.set(olderSeconds)
    for (let number = 0; number < count; number++)
      places[find(firsts[number] as number, seconds[number] as number)] = number + 1
  }
  const numberOf = (first: number, second: number): number => {
    const place = find(first, second)
    const known = places[place] as number
    if (known > 0) return known - 1
    firsts[count] = first
    seconds[count] = second
    places[place] = ++count
    if (count === firsts.length) grow()
    return count - 1
  }
  return (first, second) => {
    if (first === lastFirst && second === lastSecond) return lastNumber
    lastFirst = first
    lastSecond = second
    return (lastNumber = numberOf(first, second))
  }
}

// At most half of the places are taken, so that a free one is near.
const tables = (size: number): [places: Int32Array, firsts: Int32Array, seconds: Int32Array] => [
  new Int32Array(size),
  new Int32Array(size / 2),
  new Int32Array(size / 2),
]
