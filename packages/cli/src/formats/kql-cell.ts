import { harmless } from '../text/harmless.ts'
import { jsonText } from './json-text.ts'
import type { Column } from './sheet.ts'

/** A value as KQL has it, on one line: times to their last digit that is not zero, dynamic as JSON, a dash for null. */
export function kqlCell(value: unknown, { type }: Column): string {
  if (value === null || value === undefined) return '–'
  if (typeof value !== 'string') return harmless(jsonText(value))
  return type === 'datetime' ? shortTime(value) : harmless(value)
}

const shortTime = (time: string): string => time.replace('T', ' ').replace(/(?:\.0*|(?<=\.\d+)0+)?Z$/, '')
