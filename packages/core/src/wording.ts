/** `1,024`, `0.5`: with at most three decimals. Locales would take longer to load than an answer takes to word. */
export function numeral(value: number): string {
  const [whole = '', ...decimals] = String(Math.round(value * 1000) / 1000).split('.')
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...decimals].join('.')
}

/** `1 server`, `2 servers`, `1,024 servers`. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${numeral(count)} ${count === 1 ? noun : plural}`

/** `a`, `a and b`, `a, b and c`. */
export const enumerated = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

/** How many of these fulfil a condition. */
export const countOf = <Item>(items: readonly Item[], is: (item: Item) => boolean): number => items.filter(is).length

/** The date of an ISO 8601 time. */
export const dateOf = (time: string): string => time.slice(0, 10)

/** The form of a verb that goes with a number. */
export const verb = (count: number, singular: string, plural: string): string => (count === 1 ? singular : plural)
