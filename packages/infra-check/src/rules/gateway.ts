import { deployedOf, textAt } from '../deploy/pick.ts'
import type { Finding } from '../finding.ts'
import type { DeploymentRule } from '../project.ts'

/** The gateway sends calls to the endpoint of the app, and serves the metadata that it tells clients to read. */
export const gateway: DeploymentRule =
  () =>
  ({ deployment: { resources, outputs } }) => {
    const apis = deployedOf(resources, 'Microsoft.ApiManagement/service/apis')
    const tools = apis.find(({ body }) => textAt(body, 'properties.type') === 'mcp')
    if (!tools) return []
    const { file, line } = tools
    const finding = (message: string): Finding => ({ rule: 'gateway', file, line, message })
    const values = new Map(
      deployedOf(resources, 'Microsoft.ApiManagement/service/namedValues').map(({ name, body }) => [
        name,
        textAt(body, 'properties.value'),
      ]),
    )
    const [operation] = deployedOf(resources, 'Microsoft.ApiManagement/service/apis/operations')
    const metadata = apis.find(({ id }) => operation?.id.startsWith(`${id}/`))
    const endpoint = textAt(outputs, 'MCP_GATEWAY_ENDPOINT')
    const served = `/${textAt(metadata?.body ?? null, 'properties.path')}${textAt(operation?.body ?? null, 'properties.urlTemplate')}`
    const { pathname } = new URL(endpoint)
    const wanted: readonly (readonly [string, boolean])[] = [
      [
        'the endpoint of the gateway is not the path of its API',
        pathname === `/${textAt(tools.body, 'properties.path')}/mcp`,
      ],
      [
        'calls go somewhere else than to the app',
        textAt(tools.body, 'properties.serviceUrl') === 'https://‹app.properties.defaultHostName›/runtime/webhooks',
      ],
      ['the metadata describe another resource', values.get('mcp-resource') === endpoint],
      [
        'clients are told to read metadata that are not served',
        values.get('mcp-metadata') === new URL(served, endpoint).href,
      ],
      [
        'the metadata are not where the standard puts them',
        served === `/.well-known/oauth-protected-resource${pathname}`,
      ],
      ['clients are told to ask for another scope', values.get('mcp-scope') === textAt(outputs, 'MCP_SCOPE')],
    ]
    return wanted.filter(([, holds]) => !holds).map(([message]) => finding(message))
  }
