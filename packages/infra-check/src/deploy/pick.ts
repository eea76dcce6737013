import { type Bag, type DeployedResource, isBag, isList, type Value } from './value.ts'

/** What stands at a path such as `properties.siteConfig.ftpsState`; undefined where nothing does. */
export function pick(value: Value, path: string): Value | undefined {
  let found: Value | undefined = value
  for (const step of path.split('.')) found = found !== undefined && isBag(found) ? found[step] : undefined
  return found
}

/** The text at a path; empty where there is none. */
export function textAt(value: Value, path: string): string {
  const found = pick(value, path)
  return typeof found === 'string' ? found : ''
}

/** The texts of a list at a path. */
export const textsAt = (value: Value, path: string): readonly string[] =>
  listAt(value, path).filter((item) => typeof item === 'string')

/** The items of a list at a path; none where there is no list. */
export function listAt(value: Value, path: string): readonly Value[] {
  const found = pick(value, path)
  return found !== undefined && isList(found) ? found : []
}

/** Resources of a kind that are deployed and not merely referred to. */
export const deployedOf = (resources: readonly DeployedResource[], kind: string): readonly DeployedResource[] =>
  resources.filter((one) => !one.existing && one.kind === kind)

/** The object at a path; an empty one where there is none. */
export function bagAt(value: Value, path: string): Bag {
  const found = pick(value, path)
  return found !== undefined && isBag(found) ? found : {}
}
