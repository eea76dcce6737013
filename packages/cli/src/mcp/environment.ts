import { parseOptions } from '../args.ts'
import type { Io } from '../io.ts'
import { place, type Options } from '../options.ts'
import type { PlaceValues } from '../source.ts'

/** The options that name the place, among others. */
export const givenPlace = (values: PlaceValues): PlaceValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => Object.hasOwn(place, name)))

/** The environment variables that stand in for options. */
export const variables = {
  INFRA_SUBSCRIPTIONS: 'subscription',
  INFRA_MANAGEMENT_GROUPS: 'management-group',
  INFRA_WORKSPACES: 'workspace',
  INFRA_CREDENTIAL: 'credential',
  INFRA_TENANT: 'tenant',
  INFRA_CLOUD: 'cloud',
} as const satisfies Readonly<Record<string, keyof typeof place>>

/**
 * The place that the options name, with what they leave open from the environment. The environment neither narrows the sample fleet nor
 * adds subscriptions or management groups to those that are given. Throws InvalidInput.
 */
export function placeFrom(given: PlaceValues, env: Io['env']): PlaceValues {
  if (given.sandbox) return given
  const { subscription, 'management-group': managementGroup, ...others } = valuesOf(env)
  const isScoped = given.subscription !== undefined || given['management-group'] !== undefined
  const scope = {
    ...(subscription && { subscription }),
    ...(managementGroup && { 'management-group': managementGroup }),
  }
  return { ...others, ...(isScoped ? {} : scope), ...given }
}

function valuesOf(env: Io['env']): PlaceValues {
  const set = Object.entries(variables).filter(([variable]) => env[variable])
  const options: Options = Object.fromEntries(set.map(([variable, option]) => [variable, place[option]]))
  const argv = set.map(([variable]) => `--${variable}=${env[variable]}`)
  const { values } = parseOptions(argv, options)
  return Object.fromEntries(set.map(([variable, option]) => [option, values[variable]]))
}
