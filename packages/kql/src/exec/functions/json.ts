import { canonical, isBag } from '../../values/dynamic.ts'
import type { ScalarFunction } from '../call.ts'
import { loose } from '../typed.ts'
import { UnsupportedKql } from '../../errors.ts'

/** The paths of a dynamic value's leaves, as `treepath` spells them. */
const treepath = (value: unknown, path = ''): string[] => {
  if (Array.isArray(value))
    return [...(path ? [path] : []), ...value.slice(0, 1).flatMap((item) => treepath(item, `${path}[0]`))]
  if (!isBag(value)) return path ? [path] : []
  return [
    ...(path ? [path] : []),
    ...Object.entries(value).flatMap(([key, item]) => treepath(item, `${path}['${key}']`)),
  ]
}

const assertion: ScalarFunction = (site) => (condition: unknown, message: unknown) => {
  if (condition !== true) throw new UnsupportedKql(`assert() that fails: ${String(message)}`, site.at)
  return true
}

/** Dynamic values as text with sorted keys, and their structure. */
export const jsonFunctions: Readonly<Record<string, ScalarFunction>> = {
  dynamic_to_json: loose(['dynamic'], (value: unknown) => (value === null ? '' : canonical(value))),
  treepath: loose(['dynamic'], (value: unknown) => treepath(value)),
  assert: assertion,
}
