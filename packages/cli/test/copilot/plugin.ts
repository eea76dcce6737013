import { type File, skillFiles } from '../../src/copilot/files.ts'
import { azureServer, published } from '../../src/copilot/servers.ts'
import { json, manifest } from './manifest.ts'

const schema = (of: string) => `https://agent-plugins.org/schemas/1.0.0/${of}.schema.json`

/** The Agent Plugin: the server that asks Azure, and the skills. */
export function pluginFiles(folder: string): readonly File[] {
  const { name, command, args } = azureServer(published)
  const { version, license } = manifest
  return [
    {
      path: `${folder}/plugin.json`,
      text: json({
        $schema: schema('plugin'),
        name: 'infra-analysis',
        version,
        description:
          'Questions about Windows, Linux and SQL servers in Azure and Azure Arc: patches, best practices, software, anomalies',
        license,
        keywords: ['azure', 'azure-arc', 'servers', 'patching', 'sql-server', 'kql'],
      }),
    },
    {
      path: `${folder}/mcp.json`,
      text: json({ $schema: schema('mcp'), mcpServers: { [name]: { type: 'stdio', command, args } } }),
    },
    ...skillFiles(`${folder}/skills`),
  ]
}
