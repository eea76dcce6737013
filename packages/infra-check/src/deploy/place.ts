import { Fault } from './fault.ts'
import { isBag, isHandle, type Place, resource, type Value } from './value.ts'

/** The id of the subscription that a place lies in; empty above subscriptions. */
export const subscriptionOf = ({ id }: Place): string => /^\/subscriptions\/([^/]+)/.exec(id)?.[1] ?? ''

/** The place that the value of a `scope` names, from where it is written. Throws Fault. */
export function placeOf(scope: Value, from: Place, file: string, line: number): Place {
  if (isHandle(scope) && scope.is === resource) {
    const { kind, id, name } = scope.deployed
    if (kind !== 'Microsoft.Resources/resourceGroups') return { kind: 'resource', id }
    return { kind: 'resourceGroup', id: `/subscriptions/${subscriptionOf(from)}/resourceGroups/${name}` }
  }
  if (isBag(scope)) {
    const { kind, id } = scope
    if (typeof id === 'string' && (kind === 'subscription' || kind === 'managementGroup')) return { kind, id }
  }
  throw new Fault(file, line, 'This is no scope that this checker knows')
}
