const MASK = (1n << 64n) - 1n
const P1 = 0x9e3779b185ebca87n
const P2 = 0xc2b2ae3d27d4eb4fn
const P3 = 0x165667b19e3779f9n
const P4 = 0x85ebca77c2b2ae63n
const P5 = 0x27d4eb2f165667c5n

const multiply = (left: bigint, right: bigint): bigint => (left * right) & MASK
const rotate = (value: bigint, by: bigint): bigint => ((value << by) | (value >> (64n - by))) & MASK
const round = (lane: bigint, input: bigint): bigint => multiply(rotate((lane + multiply(input, P2)) & MASK, 31n), P1)
const fold = (hash: bigint, lane: bigint): bigint => (multiply(hash ^ round(0n, lane), P1) + P4) & MASK

const avalanche = (hash: bigint): bigint => {
  const first = multiply(hash ^ (hash >> 33n), P2)
  const second = multiply(first ^ (first >> 29n), P3)
  return second ^ (second >> 32n)
}

/** The xxHash64 of bytes, unsigned, with seed 0. */
export const xxhash64 = (bytes: Buffer): bigint => {
  let at = 0
  let hash = P5
  if (bytes.length >= 32) {
    const lanes = [(P1 + P2) & MASK, P2, 0n, MASK + 1n - P1]
    for (; at + 32 <= bytes.length; at += 32) {
      for (let lane = 0; lane < 4; lane += 1)
        lanes[lane] = round(lanes[lane] ?? 0n, bytes.readBigUInt64LE(at + lane * 8))
    }
    const shifts = [1n, 7n, 12n, 18n]
    hash = lanes.reduce((sum, lane, index) => sum + rotate(lane, shifts[index] ?? 0n), 0n) & MASK
    hash = lanes.reduce(fold, hash)
  }
  hash = (hash + BigInt(bytes.length)) & MASK
  for (; at + 8 <= bytes.length; at += 8) {
    hash = (multiply(rotate(hash ^ round(0n, bytes.readBigUInt64LE(at)), 27n), P1) + P4) & MASK
  }
  for (; at + 4 <= bytes.length; at += 4) {
    hash = (multiply(rotate(hash ^ multiply(BigInt(bytes.readUInt32LE(at)), P1), 23n), P2) + P3) & MASK
  }
  for (; at < bytes.length; at += 1) hash = multiply(rotate(hash ^ multiply(BigInt(bytes[at] ?? 0), P5), 11n), P1)
  return avalanche(hash)
}
