import { randomBytes } from 'node:crypto'

/** Marks that enclose text of others, and that none of them can know. */
export interface Fence {
  readonly open: string
  readonly close: string
}

/** Marks for one call: 128 random bits. */
export function fenceOf(nonce: string = randomBytes(16).toString('base64url')): Fence {
  return { open: `<${nonce}>`, close: `</${nonce}>` }
}
