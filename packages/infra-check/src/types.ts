import { readdirSync, readFileSync } from 'node:fs'

/**
 * A type: `string`, `string[]`, `bool`, `int`; the texts that are allowed; or an object. Keys of an object end in `!` where
 * they are required and in `~` where only the service writes them. The key `*` stands for any, `[]` makes it a list.
 */
export type Type = string | readonly string[] | ObjectType

export interface ObjectType {
  readonly [key: string]: Type
}

/**
 * What the tree uses of each resource type, by `type@version`, with `#name` where the name decides the type. It is held against
 * Microsoft's published types by `published.ts`.
 */
export const types: ReadonlyMap<string, ObjectType> = new Map(
  readdirSync(new URL('types/', import.meta.url)).flatMap((file) =>
    Object.entries(
      JSON.parse(readFileSync(new URL(`types/${file}`, import.meta.url), 'utf8')) as Readonly<
        Record<string, ObjectType>
      >,
    ),
  ),
)

/** The type of a resource; undefined for one that the table lacks. */
export const typeOf = (resource: { readonly type: string; readonly name: string }): ObjectType | undefined =>
  types.get(`${resource.type}#${resource.name}`) ?? types.get(resource.type)

/** A key without its mark. */
export const bareKey = (key: string): string => key.replace(/[!~]$/, '')

/** The marked key of a property, or `*`; undefined for a property that the type lacks. */
export const keyIn = (type: ObjectType, name: string): string | undefined =>
  Object.keys(type).find((key) => bareKey(key) === name) ?? ('*' in type ? '*' : undefined)

export const isObjectType = (type: Type): type is ObjectType => typeof type === 'object' && !Array.isArray(type)
