import { bareKey, isObjectType, type ObjectType, type Type } from '../types.ts'
import type { Definition, Definitions, Property } from './definitions.ts'

/** Where a type of the table says something else than the published one: a sentence each. */
export function differences(ours: ObjectType, theirs: Definition, { named }: Definitions): readonly string[] {
  const inObject = (type: ObjectType, definition: Definition, path: string): readonly string[] =>
    Object.entries(type).flatMap(([key, inner]) => {
      const at = path ? `${path}.${bareKey(key)}` : bareKey(key)
      if (key === '*') return inType(inner, definition.additionalPropertiesType ?? 'nothing', at)
      const property = definition.properties?.find(({ name }) => name === bareKey(key))
      if (!property) return [`${at} is not published`]
      return [...marks(key, property).map((what) => `${at} ${what}`), ...inType(inner, property.type, at)]
    })

  const inType = (type: Type, published: string, at: string): readonly string[] => {
    if (isObjectType(type)) {
      const items = type['[]']
      if (items !== undefined) return inType(items, itemsOf(published), at)
      const definition = named.get(published)
      return definition ? inObject(type, definition, at) : [`${at} is published as ${published}`]
    }
    const wanted = typeof type === 'string' ? [type] : type
    // an open text: the table may close it by what the documentation says
    if (published === 'string' && typeof type !== 'string') return []
    const members = published.split(' | ')
    const lacking = wanted.filter((one) => !members.includes(one))
    return lacking.length === 0 ? [] : [`${at}: ${lacking.join(', ')} is not among ${published}`]
  }

  return inObject(ours, theirs, '')
}

const itemsOf = (published: string): string => published.replace(/\[\]$/, '').replace(/^\((.*)\)$/, '$1')

function marks(key: string, { flags = '' }: Property): readonly string[] {
  const required = flags.includes('Required')
  const readOnly = flags.includes('ReadOnly')
  return [
    ...(required === key.endsWith('!') ? [] : [required ? 'is required' : 'is not required']),
    ...(readOnly === key.endsWith('~')
      ? []
      : [readOnly ? 'is written by the service' : 'is not written by the service']),
  ]
}
