import { createHash } from 'node:crypto'
import { invalid } from '../errors.ts'

/** Where a page begins: a row of a result that may still be kept. */
export interface Position {
  readonly handle: string
  readonly offset: number
}

const lengths = { handle: 16, offset: 4, seal: 16 } as const

/** Whose result it is, of which tool, for which arguments: anything but equal parts has another fingerprint. */
export const fingerprintOf = (...parts: readonly unknown[]): Buffer =>
  createHash('sha256')
    .update(JSON.stringify(parts, (_, value: unknown) => sortedKeys(value)))
    .digest()

const sortedKeys = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** The position as text for the caller, bound to a fingerprint. */
export function cursorOf({ handle, offset }: Position, fingerprint: Buffer): string {
  const position = Buffer.alloc(lengths.handle + lengths.offset)
  position.write(handle, 'base64url')
  position.writeUInt32BE(offset, lengths.handle)
  return Buffer.concat([position, seal(position, fingerprint)]).toString('base64url')
}

/** The position that a cursor names. Throws InvalidInput for one that was altered, or made for another tool, caller or question. */
export function positionOf(cursor: string, fingerprint: Buffer): Position {
  const bytes = Buffer.from(cursor, 'base64url')
  const position = bytes.subarray(0, lengths.handle + lengths.offset)
  if (bytes.toString('base64url') !== cursor || !bytes.equals(Buffer.concat([position, seal(position, fingerprint)]))) {
    throw invalid(
      'The cursor does not belong to this question',
      'Call again without cursor, or with the very arguments of the page that it came with.',
    )
  }
  return {
    handle: position.subarray(0, lengths.handle).toString('base64url'),
    offset: position.readUInt32BE(lengths.handle),
  }
}

const seal = (position: Buffer, fingerprint: Buffer): Buffer =>
  createHash('sha256').update(position).update(fingerprint).digest().subarray(0, lengths.seal)
