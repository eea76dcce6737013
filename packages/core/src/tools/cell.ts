import type { ColumnInfo } from '../columns.ts'
import { clean } from './clean.ts'
import type { Fence } from './fence.ts'
import type { Cell } from './tool.ts'

/** How long a text may be, in characters. An id may be as long as free text: a part of it names nothing. */
export interface Lengths {
  readonly text: number
  readonly prose: number
}

/** How long texts are where there is room. */
export const fullLengths: Lengths = { text: 120, prose: 500 }

const armId = /^\/subscriptions\/[\w.()/-]+$/i

/** A value as every rendering shows it: cleaned, capped, short; free text stands between the marks of the fence. */
export function cellOf(value: unknown, column: ColumnInfo, isProse: boolean, lengths: Lengths, fence: Fence): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'number' || typeof value === 'boolean') return value
  const given = textOf(value, column)
  const isId = column.name.endsWith('Id') || armId.test(given)
  const text = clean(given, isProse || isId ? lengths.prose : lengths.text)
  return isProse && text !== '' ? `${fence.open}${text}${fence.close}` : text
}

function textOf(value: unknown, { type }: ColumnInfo): string {
  if (typeof value === 'string') return type === 'datetime' ? shortTime(value) : value
  return isPlainList(value) ? value.join('; ') : JSON.stringify(value)
}

/** A time without the zeros at its end: `2026-11-20T09:00:00.0000000Z` is `2026-11-20T09:00Z`. */
export const shortTime = (time: string): string =>
  time
    .replace(/(?<=\.\d*)0+Z$/, 'Z')
    .replace('.Z', 'Z')
    .replace(/(?<=T\d\d:\d\d):00Z$/, 'Z')

const isPlainList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string' && !item.includes(';'))
