import { createHash } from 'node:crypto'
import { UnsupportedKql } from '../../errors.ts'
import { fromBigInt, type Long } from '../../values/long.ts'
import { DAYS_BEFORE_EPOCH } from '../../values/datetime.ts'
import { DAY } from '../../values/ticks.ts'
import type { CallSite, ScalarFunction } from '../call.ts'
import { typed } from '../typed.ts'
import { xxhash64 } from './xxhash64.ts'

const digest = (algorithm: string): ScalarFunction =>
  typed(['string'], (text: string) => createHash(algorithm).update(text).digest('hex'))

const modulo = (site: CallSite, hash: Long, size: Long): Long => {
  // How the service reduces a negative hash is not documented.
  if (hash < 0) throw new UnsupportedKql(`${site.name} with a modulo, for a negative hash`, site.at)
  return fromBigInt(BigInt(hash) % BigInt(size))
}

/** The bytes that xxHash64 sees: a text's UTF-8, a datetime's ticks since the year 1. */
const bytesOf = (site: CallSite): ((cell: unknown) => Buffer) => {
  if (site.types[0] === 'string') return (cell) => Buffer.from(String(cell))
  if (site.types[0] !== 'datetime')
    throw new UnsupportedKql(`${site.name} of ${site.types[0]}`, site.at, 'hash tostring() of it')
  return (cell) => {
    const bytes = Buffer.alloc(8)
    bytes.writeBigInt64LE(BigInt(Number(cell)) + BigInt(DAYS_BEFORE_EPOCH) * BigInt(DAY))
    return bytes
  }
}

const xxhash: ScalarFunction = (site) => {
  const bytes = bytesOf(site)
  const run = (cell: unknown, size?: Long): Long => {
    const hash = fromBigInt(xxhash64(bytes(cell)))
    return size === undefined ? hash : modulo(site, hash, size)
  }
  return typed(['any', 'long'], run)(site)
}

/** Hashes: the cryptographic ones of a value's printed text. */
export const hashes: Readonly<Record<string, ScalarFunction>> = {
  hash: xxhash,
  hash_xxhash64: xxhash,
  hash_md5: digest('md5'),
  hash_sha1: digest('sha1'),
  hash_sha256: digest('sha256'),
}
