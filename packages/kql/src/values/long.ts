/** A long: a number, or a BigInt beyond ±2^53. */
export type Long = number | bigint

/** The engine's form of a 64-bit integer; what does not fit 64 bits wraps around. */
export const fromBigInt = (value: bigint): Long => {
  const wrapped = BigInt.asIntN(64, value)
  const number = Number(wrapped)
  return Number.isSafeInteger(number) ? number : wrapped
}

/** A real without its fraction, or null when it is no 64-bit integer. */
export const truncate = (value: number): Long | null => {
  if (!Number.isFinite(value)) return null
  const whole = Math.trunc(value) + 0
  if (Number.isSafeInteger(whole)) return whole
  return Math.abs(whole) < 2 ** 63 ? BigInt(whole) : null
}

/** The long that a text spells in decimal or in hexadecimal digits, or null. */
export const parseLong = (text: string): Long | null => {
  // Adding nothing makes a zero of "-0".
  if (/^-?\d{1,15}$/.test(text)) return Number(text) + 0
  const digits = /^\s*([+-]?)(\d+|0x[\da-f]+)\s*$/i.exec(text)
  if (!digits) return null
  const [, sign, body = ''] = digits
  const size = Number(body)
  if (Number.isSafeInteger(size)) return sign === '-' ? 0 - size : size
  const value = sign === '-' ? -BigInt(body) : BigInt(body)
  return /x/i.test(body) || BigInt.asIntN(64, value) === value ? fromBigInt(value) : null
}

/** The int that a long is, or null when it does not fit 32 bits. */
export const toInt = (value: Long | null): number | null =>
  typeof value === 'number' && value === (value | 0) ? value : null
