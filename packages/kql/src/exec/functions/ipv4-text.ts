import type { ScalarFunction } from '../call.ts'
import { loose } from '../typed.ts'

const ADDRESS = /(?<![\p{L}\p{N}])\d{1,3}(?:\.\d{1,3}){3}(?![\p{L}\p{N}])/gu

const isAddress = (text: string): boolean => text.split('.').every((part) => Number(part) < 256)

/** The IPv4 addresses of a text: those that no letter or digit touches. */
const addressesIn = (text: string): string[] => (text.match(ADDRESS) ?? []).filter(isAddress)

const normal = (address: string): string => address.split('.').map(Number).join('.')

const whole = /^\d{1,3}(?:\.\d{1,3}){3}$/
const begun = /^(?:\d{1,3}\.){1,3}$/

/** Whether an address is the wanted one. */
const isSame = (wanted: string): ((address: string) => boolean) => {
  if (!whole.test(wanted) || !isAddress(wanted)) return () => false
  return (address) => normal(address) === normal(wanted)
}

/** Whether an address begins as wanted: a whole address, or one to three of its parts with a dot behind. */
const beginsAs = (wanted: string): ((address: string) => boolean) =>
  begun.test(wanted) ? (address) => address.startsWith(wanted) : isSame(wanted)

const search =
  (matcher: (wanted: string) => (address: string) => boolean): ScalarFunction =>
  (site) =>
    loose(['string', 'any'], (text: string, ...wanted: unknown[]) => {
      const addresses = addressesIn(text)
      return wanted.flat().some((one) => typeof one === 'string' && addresses.some(matcher(one)))
    })(site)

/** IPv4 addresses inside texts. */
export const ipv4Texts: Readonly<Record<string, ScalarFunction>> = {
  has_ipv4: search(isSame),
  has_any_ipv4: search(isSame),
  has_ipv4_prefix: search(beginsAs),
  has_any_ipv4_prefix: search(beginsAs),
}
