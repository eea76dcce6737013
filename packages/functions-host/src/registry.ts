import { InfraError } from '@infra-analysis/core'
import type { Callable } from './callable.ts'

/** All that can be called, by name. Throws InvalidInput that names both owners of a name, since the platform would stop the whole app for it. */
export function registryOf(callables: readonly Callable[]): ReadonlyMap<string, Callable> {
  const owners = new Map<string, Callable>()
  for (const callable of callables) {
    const name = callable.name.toLowerCase()
    const other = owners.get(name)
    if (other) {
      throw new InfraError(
        'InvalidInput',
        `The tool name '${callable.name}' of ${callable.owner} is taken by '${other.name}' of ${other.owner}`,
        'Rename one of them: upper and lower case make no difference.',
      )
    }
    owners.set(name, callable)
  }
  return new Map(callables.map((callable) => [callable.name, callable]))
}
