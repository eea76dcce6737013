import type { z } from 'zod'

/**
 * The words of an argument, few, since models read them in every list of tools: what its description says before a colon, its example, and
 * its default unless that is the first of the words to choose from.
 */
export function inFewWords({
  description = '',
  default: byDefault,
  enum: choices = [],
}: z.core.JSONSchema.BaseSchema): string {
  const [, brief] = /^([^:]+): /.exec(description) ?? []
  const [example] = /such as ("[^"]+"|[\w=.-]+)/.exec(description) ?? []
  return [
    ...(brief ? [brief] : []),
    ...(example ? [example] : []),
    ...(isNothing(byDefault) || byDefault === choices[0] ? [] : [`default ${[byDefault].flat().join(', ')}`]),
  ].join(', ')
}

/** A default that leaves everything as if the argument were not there. */
const isNothing = (value: unknown): boolean =>
  value === undefined ||
  value === '' ||
  value === '0d' ||
  value === false ||
  (Array.isArray(value) && value.length === 0)
