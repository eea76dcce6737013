import { mcpConfiguration, vscodeConfiguration, type Input, type Wanted } from '../../src/copilot/configurations.ts'
import { copilotFiles, type File } from '../../src/copilot/files.ts'
import { merge } from '../../src/copilot/merge.ts'
import { azureServer, deployedServer, sandboxServer } from '../../src/copilot/servers.ts'
import { pluginFiles } from './plugin.ts'
import { registryFile } from './registry-file.ts'

/** In a clone the server runs from its sources. */
const clone = { command: 'node', args: ['scripts/infra-cli.mjs'] } as const

const local = [azureServer(clone), sandboxServer(clone)]

const app: Input = { type: 'promptString', id: 'infraApp', description: 'Name of the Functions app' }
const deployed = deployedServer(`https://\${input:${app.id}}.azurewebsites.net/runtime/webhooks/mcp`, true)

const configuration = (path: string, wanted: Wanted): File => ({ path, text: merge(path, '', wanted, false).text })

/** Every file of this repository that a client of the server reads. */
export const repositoryFiles = (): readonly File[] => [
  configuration('.vscode/mcp.json', vscodeConfiguration([...local, deployed], [app])),
  configuration('.mcp.json', mcpConfiguration(local)),
  ...copilotFiles(),
  ...pluginFiles('plugin'),
  registryFile(),
]
