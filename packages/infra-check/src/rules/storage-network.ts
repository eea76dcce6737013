import { hasWorkflows } from '../deploy/app-settings.ts'
import { deployedOf, listAt, pick, textsAt } from '../deploy/pick.ts'
import type { DeployedResource } from '../deploy/value.ts'
import type { Finding } from '../finding.ts'
import type { DeploymentRule } from '../project.ts'

/** Storage is closed to the outside exactly where private endpoints lead to each service that the app uses. */
export const storageNetwork: DeploymentRule =
  () =>
  ({ deployment: { resources } }) => {
    const endpoints = deployedOf(resources, 'Microsoft.Network/privateEndpoints')
    const zones = deployedOf(resources, 'Microsoft.Network/privateDnsZones')
    const [app] = deployedOf(resources, 'Microsoft.Web/sites')
    const services = hasWorkflows(resources) ? ['blob', 'queue', 'table'] : ['blob', 'queue']
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
        const lacking = services.filter(
          (service) =>
            !endpoints.some((endpoint) => leadsTo(endpoint, service)) ||
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

const leadsTo = ({ body }: DeployedResource, service: string): boolean =>
  listAt(body, 'properties.privateLinkServiceConnections').some((connection) =>
    textsAt(connection, 'properties.groupIds').includes(service),
  )
