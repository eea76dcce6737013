import type { File } from '../../src/copilot/files.ts'
import { variables } from '../../src/mcp/environment.ts'
import { place } from '../../src/options.ts'
import { json, manifest } from './manifest.ts'

/** What the MCP registry says about the server: the npm package, and the Functions app of whoever deploys one. */
export function registryFile(): File {
  const { name, version, mcpName } = manifest
  return {
    path: 'server.json',
    text: json({
      $schema: 'https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json',
      name: mcpName,
      title: 'Infrastructure analysis for Azure',
      description: 'Questions about servers in Azure and Azure Arc: patches, best practices, software, anomalies',
      version,
      packages: [
        {
          registryType: 'npm',
          identifier: name,
          version,
          runtimeHint: 'npx',
          transport: { type: 'stdio' },
          packageArguments: [{ type: 'positional', value: 'mcp' }],
          environmentVariables: Object.entries(variables).map(([variable, option]) => ({
            name: variable,
            description: place[option].description,
            isRequired: false,
          })),
        },
      ],
      remotes: [
        {
          type: 'streamable-http',
          url: 'https://{app}.azurewebsites.net/runtime/webhooks/mcp',
          variables: { app: { description: 'Name of the Functions app', isRequired: true } },
          headers: [
            {
              name: 'x-functions-key',
              description: "System key 'mcp_extension', where the app does not ask for a sign-in",
              isRequired: false,
              isSecret: true,
            },
          ],
        },
      ],
    }),
  }
}
