import { harmless } from '../text/harmless.ts'
import type { Column } from './sheet.ts'

/** A value as people read it, on one line: times to the minute, yes and no, a dash for what is not known. */
export function cellText(value: unknown, { type }: Pick<Column, 'type'>): string {
  if (value === null || value === undefined) return '–'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) return harmless(value.join(', '))
  if (typeof value !== 'string') return harmless(JSON.stringify(value))
  return type === 'datetime' ? toMinute(value) : harmless(value)
}

const toMinute = (time: string): string => time.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}).*Z$/, '$1 $2')

const numeric: ReadonlySet<Column['type']> = new Set(['int', 'long', 'real', 'decimal'])

export const isRightAligned = ({ type }: Column): boolean => numeric.has(type)

/** Only text can lose its end and still be true. */
export const isShortenable = ({ type }: Column): boolean => type === 'string' || type === 'dynamic'
