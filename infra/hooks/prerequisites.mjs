// Says what is missing before anything is deployed. azd gives its environment in variables.
import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const guids = ['MCP_ALLOWED_GROUP_ID', 'PRE_AUTHORIZED_CLIENT_IDS', 'ANALYSIS_SUBSCRIPTION_IDS']

/** What cannot be deployed with these variables, a sentence each. */
export function faultsOf(env) {
  const isKeyMode = env.MCP_AUTH_ENABLED === 'false'
  return [
    ...(isKeyMode && env.MCP_OUTBOUND_IDENTITY === 'onBehalfOf'
      ? ['MCP_OUTBOUND_IDENTITY=onBehalfOf needs sign-in: azd env set MCP_AUTH_ENABLED true']
      : []),
    ...(isKeyMode && env.APIM_ENABLED === 'true'
      ? ['The gateway checks tokens and needs sign-in: azd env set MCP_AUTH_ENABLED true']
      : []),
    ...guids.flatMap((name) =>
      (env[name] ?? '')
        .split(',')
        .filter((id) => id !== '' && !guid.test(id))
        .map((id) => `${name}: '${id}' is not an id of the form 00000000-0000-0000-0000-000000000000`),
    ),
  ]
}

/** Whether a provider is registered; undefined where Azure CLI cannot tell. */
function isRegistered(namespace, subscription) {
  const args = ['provider', 'show', '--namespace', namespace, '--query', 'registrationState', '--output', 'tsv']
  const { status, stdout } = spawnSync('az', subscription ? [...args, '--subscription', subscription] : args, {
    encoding: 'utf8',
    shell: process.platform === 'win32',
    timeout: 20_000,
  })
  return status === 0 ? stdout.trim() === 'Registered' : undefined
}

function main() {
  const faults = faultsOf(process.env)
  for (const fault of faults) process.stderr.write(`${fault}\n`)
  if (faults.length > 0) process.exit(1)
  if (isRegistered('Microsoft.App', process.env.AZURE_SUBSCRIPTION_ID)) return
  process.stderr.write('Flex Consumption needs: az provider register --namespace Microsoft.App\n')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main()
