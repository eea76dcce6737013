import type { Analysis } from '@infra-analysis/core'
import { z } from 'zod'
import type { Option } from './options.ts'
import { invalid } from './usage.ts'

/** An input of an analysis as an option. */
export interface Flag {
  /** `osTypes` … */
  readonly key: string
  /** … is `--os-types`. */
  readonly name: string
  readonly option: Option
  readonly schema: z.ZodType
}

/** The options that an analysis' input derives. Throws TypeError for a field that no option can express. */
export const flagsOf = ({ input }: Analysis): readonly Flag[] =>
  Object.entries(input.shape).map(([key, field]) => {
    const schema = field as z.ZodType
    return {
      key,
      name: kebab(key),
      option: { ...optionOf(key, schema), description: schema.description ?? '' },
      schema,
    }
  })

/** The input from the values of its options. Throws InvalidInput that names the option. */
export function inputOf(flags: readonly Flag[], values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const given = flags.filter(({ name }) => values[name] !== undefined)
  return Object.fromEntries(given.map((flag) => [flag.key, checked(flag, values[flag.name])]))
}

const kebab = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

function optionOf(key: string, schema: unknown): Omit<Option, 'description'> {
  if (schema instanceof z.ZodDefault) {
    const byDefault = shown(schema.def.defaultValue)
    return { ...optionOf(key, schema.def.innerType), ...(byDefault === '' ? {} : { byDefault }) }
  }
  if (schema instanceof z.ZodOptional) return optionOf(key, schema.def.innerType)
  if (schema instanceof z.ZodArray) return { ...optionOf(key, schema.element), many: true }
  if (schema instanceof z.ZodEnum) return { kind: 'choice', choices: schema.options.map(String) }
  if (schema instanceof z.ZodBoolean) return { kind: 'switch' }
  if (schema instanceof z.ZodNumber) return { kind: 'number', placeholder: 'n' }
  if (schema instanceof z.ZodString) return { kind: 'text' }
  throw new TypeError(`The input '${key}' is of a kind that has no command line option`)
}

const shown = (value: unknown): string =>
  value === false ? '' : Array.isArray(value) ? value.join(',') : String(value)

function checked({ name, option, schema }: Flag, value: unknown): unknown {
  const result = schema.safeParse(value)
  if (result.success) return value
  const [issue] = result.error.issues
  const part = Array.isArray(value) ? value[Number(issue?.path[0])] : value
  throw invalid(
    `'${part}' is not valid for --${name}: ${issue?.message ?? 'wrong form'}`,
    `--${name}: ${option.description}${option.byDefault ? ` (default: ${option.byDefault})` : ''}.`,
  )
}
