import { fromBigInt, type Long } from '../../values/long.ts'
import type { ScalarFunction } from '../call.ts'
import { typed } from '../typed.ts'

const onBits = (run: (left: bigint, right: bigint) => bigint): ScalarFunction =>
  typed(['long'], (left: Long, right: Long) => fromBigInt(run(BigInt(left), BigInt(right))))

const shift = (run: (value: bigint, by: bigint) => bigint): ScalarFunction =>
  typed(['long'], (value: Long, by: Long) => (by < 0 ? null : fromBigInt(run(BigInt(value), BigInt(by) % 64n))))

const ones = (value: Long): number => BigInt.asUintN(64, BigInt(value)).toString(2).replaceAll('0', '').length

// The two's complement of a negative number is as wide as its type.
const toHex: ScalarFunction = (site) => {
  const width = site.types[0] === 'int' ? 32 : 64
  const type = site.types[0] === 'int' ? 'int' : 'long'
  return typed([type, 'long'], (value: Long, length = 0) =>
    BigInt.asUintN(width, BigInt(value)).toString(16).padStart(length, '0'),
  )(site)
}

/** Functions of the bits of a 64-bit integer. */
export const bitwise: Readonly<Record<string, ScalarFunction>> = {
  binary_and: onBits((left, right) => left & right),
  binary_or: onBits((left, right) => left | right),
  binary_xor: onBits((left, right) => left ^ right),
  binary_not: typed(['long'], (value: Long) => fromBigInt(~BigInt(value))),
  binary_shift_left: shift((value, by) => value << by),
  binary_shift_right: shift((value, by) => value >> by),
  bitset_count_ones: typed(['long'], ones),
  tohex: toHex,
}
