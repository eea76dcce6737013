import { deployedOf, pick } from '../deploy/pick.ts'
import type { Finding } from '../finding.ts'
import type { DeploymentRule } from '../project.ts'

/** Storage is closed to the outside exactly where private endpoints lead to each service that the app uses. */
export const storageNetwork: DeploymentRule =
  () =>
  ({ deployment: { resources } }) => {
    const endpoints = deployedOf(resources, 'Microsoft.Network/privateEndpoints')
    const zones = deployedOf(resources, 'Microsoft.Network/privateDnsZones')
    const [app] = deployedOf(resources, 'Microsoft.Web/sites')
    return deployedOf(resources, 'Microsoft.Storage/storageAccounts').flatMap(
      ({ file, line, body }): readonly Finding[] => {
        const finding = (message: string): Finding => ({ rule: 'storage', file, line, message })
        const closed = pick(body, 'properties.publicNetworkAccess') === 'Disabled'
        const denied = pick(body, 'properties.networkAcls.defaultAction') === 'Deny'
        if (closed !== denied)
          return [finding('publicNetworkAccess and networkAcls.defaultAction contradict each other')]
        if (!closed)
          return endpoints.length > 0
            ? [finding('there are private endpoints, and the account is open to the outside')]
            : []
        const lacking = ['blob', 'queue'].filter(
          (service) =>
            !endpoints.some(({ name }) => name.endsWith(service)) ||
            !zones.some(({ name }) => name.startsWith(`privatelink.${service}.`)),
        )
        return [
          ...lacking.map((service) => finding(`nothing leads to ${service} of the closed account`)),
          ...(typeof pick(app?.body ?? null, 'properties.virtualNetworkSubnetId') === 'string'
            ? []
            : [finding('the app is outside of the network that the account is closed to')]),
        ]
      },
    )
  }
