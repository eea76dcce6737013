import { z } from 'zod'
import type { ColumnType } from './sources/source.ts'

/** A result column: wire type, unit and meaning. */
export interface ColumnInfo {
  readonly name: string
  readonly type: ColumnType
  readonly unit?: string
  readonly description: string
}

interface ColumnMeta {
  readonly type: ColumnType
  readonly unit?: string
  readonly description: string
}

const metas = new WeakMap<z.ZodType, ColumnMeta>()
const proses = new WeakSet<z.ZodType>()

const column =
  <Schema extends z.ZodType>(type: ColumnType, make: () => Schema) =>
  (description: string, unit?: string): Schema => {
    const schema = make().describe(description)
    metas.set(schema, unit ? { type, unit, description } : { type, description })
    return schema
  }

/** Text; empty when unknown. */
export const text: (description: string) => z.ZodString = column('string', () => z.string())
/** A whole number, or null when unknown. */
export const int: (description: string, unit?: string) => z.ZodNullable<z.ZodInt> = column('int', () =>
  z.int().nullable(),
)
/** A 64-bit whole number, or null when unknown. */
export const long: (description: string, unit?: string) => z.ZodNullable<z.ZodInt> = column('long', () =>
  z.int().nullable(),
)
/** A number, or null when unknown. */
export const real: (description: string, unit?: string) => z.ZodNullable<z.ZodNumber> = column('real', () =>
  z.number().nullable(),
)
/** True, false, or null when unknown. */
export const flag: (description: string) => z.ZodNullable<z.ZodBoolean> = column('bool', () => z.boolean().nullable())
/** A time, ISO 8601 in UTC, or null when unknown. */
export const time: (description: string) => z.ZodNullable<z.ZodISODateTime> = column('datetime', () =>
  z.iso.datetime().nullable(),
)
/** One of a closed set of words. */
export const word = <const Words extends readonly [string, ...string[]]>(
  words: Words,
  description: string,
): z.ZodEnum<{ [W in Words[number]]: W }> => column('string', () => z.enum(words))(description)
/** JSON as the store holds it: an object, an array, a scalar or null. */
export const json: (description: string) => z.ZodUnknown = column('dynamic', () => z.unknown())
/** A list of texts. */
export const list: (description: string) => z.ZodArray<z.ZodString> = column('dynamic', () => z.array(z.string()))
/** JSON of a known shape. */
export const shaped = <Schema extends z.ZodType>(schema: Schema, description: string): Schema =>
  column('dynamic', () => schema)(description)
/** A column that holds free text: what people and machines wrote, such as a message, a description or tags. */
export const prose = <Schema extends z.ZodType>(schema: Schema): Schema => {
  proses.add(schema)
  return schema
}

/** The columns of a row schema, in order. */
export function columnsOf(row: z.ZodObject): readonly ColumnInfo[] {
  return Object.entries(row.shape).map(([name, schema]) => {
    const meta = metas.get(schema as z.ZodType)
    if (!meta) throw new TypeError(`Column '${name}' is not made by columns.ts`)
    return { name, ...meta }
  })
}

/** The names of the columns that hold free text. */
export const proseIn = (row: z.ZodObject): ReadonlySet<string> =>
  new Set(Object.keys(row.shape).filter((name) => proses.has(row.shape[name] as z.ZodType)))
