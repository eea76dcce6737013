import type { Column } from './sheet.ts'

const spelled: Readonly<Record<string, string>> = { '%': 'percent' }

/** A column's name, with its unit where the name does not say it; times are UTC. */
export function headerOf({ name, type, unit = type === 'datetime' ? 'UTC' : '' }: Column): string {
  const isSaid = name.toLowerCase().endsWith((spelled[unit] ?? unit).toLowerCase())
  return isSaid ? name : `${name} (${unit})`
}
