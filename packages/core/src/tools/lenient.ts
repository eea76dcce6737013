import { z } from 'zod'

type Given = Readonly<Record<string, unknown>>

/**
 * The arguments with what models and clients like to write in other ways, wherever it can mean one thing only: `"5"` for a number, `"true"`
 * for a flag, one value or JSON text for a list, a word in another case; `null` is an argument that was not given.
 */
export const lenient = (schema: z.ZodObject, given: Given): Given =>
  Object.fromEntries(
    Object.entries(given)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, Object.hasOwn(schema.shape, name) ? meant(schema.shape[name], value) : value]),
  )

function meant(schema: unknown, value: unknown): unknown {
  if (schema instanceof z.ZodDefault) return meant(schema.def.innerType, value)
  if (schema instanceof z.ZodArray) return listOf(value).map((item) => meant(schema.element, item))
  if (typeof value !== 'string') return value
  if (schema instanceof z.ZodNumber) return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value
  if (schema instanceof z.ZodBoolean) return { true: true, false: false }[value.toLowerCase()] ?? value
  if (schema instanceof z.ZodEnum) return schema.options.find((word) => sameWord(word, value)) ?? value
  return value
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (value === '') return []
  if (typeof value !== 'string' || !value.startsWith('[')) return [value]
  try {
    return [JSON.parse(value)].flat()
  } catch {
    return [value]
  }
}

const sameWord = (word: string | number, given: string): boolean => String(word).toLowerCase() === given.toLowerCase()
