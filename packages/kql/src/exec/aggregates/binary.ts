import { isNumber } from '../../values/dynamic.ts'
import { fromBigInt } from '../../values/long.ts'
import type { AggregateFunction } from '../call.ts'

const over =
  (combine: (left: bigint, right: bigint) => bigint): AggregateFunction =>
  () =>
  () => {
    let bits: bigint | null = null
    return {
      step(cell) {
        if (isNumber(cell)) bits = bits === null ? BigInt(cell) : combine(bits, BigInt(cell))
      },
      finish: () => (bits === null ? null : fromBigInt(bits)),
    }
  }

/** Bits of all values combined; null of nothing. */
export const binaries: Readonly<Record<string, AggregateFunction>> = {
  binary_all_and: over((left, right) => left & right),
  binary_all_or: over((left, right) => left | right),
  binary_all_xor: over((left, right) => left ^ right),
}
