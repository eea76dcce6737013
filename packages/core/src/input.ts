import { z } from 'zod'
import { invalid } from './errors.ts'
import { didYouMean } from './nearest.ts'
import { parseSpan, parseTime } from './time.ts'

/** A list of texts; empty means no filter. */
export const texts = (description: string): z.ZodDefault<z.ZodArray<z.ZodString>> =>
  z.array(z.string().min(1)).default([]).describe(description)

/** A list of known words; empty means no filter. */
export const words = <const Words extends readonly [string, ...string[]]>(choices: Words, description: string) =>
  z.array(z.enum(choices)).default([]).describe(description)

/** A length of time such as `30d`, `12h` or `P30D`. */
export const span = (description: string, byDefault: string): z.ZodDefault<z.ZodString> =>
  z.string().refine(isSpan, 'not a time span such as 30d, 12h or P30D').default(byDefault).describe(description)

function isSpan(text: string): boolean {
  try {
    return parseSpan(text) >= 0
  } catch {
    return false
  }
}

/** The filters that every analysis has. */
export const filters = {
  machines: texts('Names or ids: only these machines, by host name, FQDN, ARM name or resource id'),
  resourceGroups: texts('Only these resource groups'),
  locations: texts('Only these Azure regions'),
  tag: z
    .string()
    .regex(/^$|^[^=]+=/, 'not of the form Name=Value')
    .default('')
    .describe('Name=Value: only resources with this tag'),
  osTypes: words(['Windows', 'Linux'], 'Only these operating systems'),
  sites: texts('Only these sites (tag Datacenter, Site or City)'),
}

/** A point in time, ISO 8601; empty when it is not given. */
const time = (description: string): z.ZodDefault<z.ZodString> =>
  z.string().refine(isTime, 'not a time such as 2026-11-20 or 2026-11-20T09:00:00Z').default('').describe(description)

function isTime(text: string): boolean {
  try {
    return text === '' || !Number.isNaN(parseTime(text).getTime())
  } catch {
    return false
  }
}

/** The window of a question to Log Analytics, `timespan` long unless said otherwise. */
export const window = (byDefault: string) => ({
  timespan: span('How far to look back from the end of the window', byDefault),
  since: time('Start of the window (UTC unless it has an offset); overrides the timespan'),
  until: time('End of the window; now unless given'),
})

/** The values of the parameters `tagName` and `tagValue`. */
export function tagOf(tag: string): { readonly tagName: string; readonly tagValue: string } {
  const [tagName = '', ...value] = tag.split('=')
  return { tagName, tagValue: value.join('=') }
}

/** The input with its defaults. Throws InvalidInput that names the field and lists what is valid. */
export function parseInput<In extends z.ZodObject>(schema: In, input: unknown): z.output<In> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  throw fault(result.error.issues[0], schema, input)
}

function fault(issue: z.core.$ZodIssue | undefined, { shape }: z.ZodObject, input: unknown) {
  const fields = Object.keys(shape)
  const field = issue?.path[0]?.toString() ?? ''
  const given = JSON.stringify(
    issue?.path.reduce((value: unknown, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], input),
  )
  if (issue?.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys
    return invalid(`There is no input '${key}'.${didYouMean(key, fields)}`, `Inputs: ${fields.join(', ')}.`)
  }
  if (issue?.code === 'invalid_value') {
    const choices = issue.values.map(String)
    return invalid(
      `${given} is not valid for '${field}'.${didYouMean(given ?? '', choices)}`,
      `Valid: ${choices.join(', ')}.`,
    )
  }
  return invalid(
    `${given} is not valid for '${field}': ${issue?.message ?? 'wrong form'}`,
    field in shape ? `${field}: ${(shape[field] as z.ZodType).description}.` : `Inputs: ${fields.join(', ')}.`,
  )
}
