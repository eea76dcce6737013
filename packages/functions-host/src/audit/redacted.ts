import { redact } from './redact.ts'

const deepest = 6

/** The value with every text in it redacted; of an error its name, message and stack are left. */
export function redacted(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redact(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth === deepest) return '[deeper]'
  if (value instanceof Error) {
    const { name, message, stack } = value
    return { name, message: redact(message), stack: redact(stack ?? '') }
  }
  if (Array.isArray(value)) return value.map((item) => redacted(item, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, redacted(item, depth + 1)]))
}
