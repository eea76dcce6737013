import type { ScalarFunction } from '../call.ts'
import { loose, typed } from '../typed.ts'

interface Network {
  readonly address: number
  readonly prefix: number
}

const ADDRESS = /^\s*(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?\s*$/

const parse = (text: string): Network | null => {
  const found = ADDRESS.exec(text)
  if (!found) return null
  const bytes = found.slice(1, 5).map(Number)
  const prefix = Number(found[5] ?? 32)
  if (prefix > 32 || bytes.some((byte) => byte > 255)) return null
  return { address: bytes.reduce((sum, byte) => sum * 256 + byte, 0), prefix }
}

/** An address with the bits after the prefix cleared. */
const masked = (address: number, prefix: number): number => address - (address % 2 ** (32 - prefix))

const network = (text: string): number | null => {
  const found = parse(text)
  return found && masked(found.address, found.prefix)
}

const compare = (left: string, right: string, prefix = 32): number | null => {
  const [a, b] = [parse(left), parse(right)]
  if (!a || !b || prefix < 0 || prefix > 32) return null
  const shared = Math.min(a.prefix, b.prefix, prefix)
  return Math.sign(masked(a.address, shared) - masked(b.address, shared))
}

const isMatch = (left: string, right: string, prefix = 32): boolean | null => {
  const order = compare(left, right, prefix)
  return order === null ? null : order === 0
}

const isInRange = (address: string, range: string): boolean | null => {
  const [a, b] = [parse(address), parse(range)]
  return a && b && masked(a.address, b.prefix) === masked(b.address, b.prefix)
}

const isInAnyRange = (address: string, ...ranges: unknown[]): boolean | null => {
  if (!parse(address)) return null
  return ranges.flat().some((range) => typeof range === 'string' && isInRange(address, range) === true)
}

const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']

const isPrivate = (text: string): boolean | null => {
  const found = parse(text)
  return found && PRIVATE.some((range) => isInRange(text, range) && found.prefix >= (parse(range)?.prefix ?? 32))
}

const print = (address: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.')

/** The largest network that begins at an address and ends at or before another. */
const largestPrefix = (first: number, last: number): number => {
  let prefix = 32
  while (prefix > 0 && first % 2 ** (33 - prefix) === 0 && first + 2 ** (33 - prefix) - 1 <= last) prefix -= 1
  return prefix
}

const rangeToCidr = (from: string, to: string): string[] | null => {
  const [first, last] = [network(from), network(to)]
  if (first === null || last === null) return null
  const found: string[] = []
  for (let next = first; next <= last;) {
    const prefix = largestPrefix(next, last)
    found.push(`${print(next)}/${prefix}`)
    next += 2 ** (32 - prefix)
  }
  return found
}

const networkOf = (cell: unknown): Network | null => {
  if (typeof cell === 'string') return parse(cell)
  return typeof cell === 'number' && cell >= 0 && cell < 2 ** 32 ? { address: cell, prefix: 32 } : null
}

const format = (cell: unknown, wanted: number, withPrefix: boolean): string => {
  const found = networkOf(cell)
  if (!found || wanted < 0 || wanted > 32) return ''
  const prefix = Math.min(wanted, found.prefix)
  return `${print(masked(found.address, prefix))}${withPrefix ? `/${prefix}` : ''}`
}

/** IPv4 addresses and networks in CIDR notation; what is no address gives null. */
export const ipv4: Readonly<Record<string, ScalarFunction>> = {
  parse_ipv4: typed(['string'], network),
  parse_ipv4_mask: typed(['string', 'long'], (text: string, prefix: number) => {
    const found = parse(text)
    return found && prefix >= 0 && prefix <= 32 ? masked(found.address, Math.min(prefix, found.prefix)) : null
  }),
  format_ipv4: loose(['any', 'long'], (cell: unknown, prefix = 32) => format(cell, prefix, false)),
  format_ipv4_mask: loose(['any', 'long'], (cell: unknown, prefix = 32) => format(cell, prefix, true)),
  ipv4_compare: typed(['string', 'string', 'long'], compare),
  ipv4_is_match: typed(['string', 'string', 'long'], isMatch),
  ipv4_is_in_range: typed(['string'], isInRange),
  ipv4_is_in_any_range: typed(['string', 'any'], isInAnyRange),
  ipv4_is_private: typed(['string'], isPrivate),
  ipv4_range_to_cidr_list: typed(['string'], rangeToCidr),
  ipv4_netmask_suffix: typed(['string'], (text: string) => parse(text)?.prefix ?? null),
}
