import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** Storage that is running. */
export interface Azurite {
  /** For the SDKs, and for the app as `AzureWebJobsStorage`. */
  readonly connection: string
  close(): Promise<void>
}

const program = fileURLToPath(new URL('../node_modules/azurite/dist/src/azurite.js', import.meta.url))
const services = ['Blob', 'Queue', 'Table'] as const
// the key of Azurite is the same everywhere, and public
const account =
  'DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='

/** Starts Azurite on free ports, in memory. Rejects with what it says when it does not listen. */
export async function azurite(): Promise<Azurite> {
  const ports = ['--blobPort', '0', '--queuePort', '0', '--tablePort', '0']
  const options = ['--inMemoryPersistence', '--disableTelemetry', '--skipApiVersionCheck', ...ports]
  const child = spawn(process.execPath, [program, ...options], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  const origins = new Map<string, string>()
  const said: string[] = []
  for await (const line of createInterface(child.stdout)) {
    said.push(line)
    const [, service = '', origin = ''] = /^Azurite (\w+) service is successfully listening at (\S+)/.exec(line) ?? []
    if (origin) origins.set(service, origin)
    if (origins.size === services.length) break
  }
  if (origins.size < services.length) throw new Error(`Azurite does not listen: ${said.join('\n')}`)
  child.stdout.resume()
  const endpoints = services.map((service) => `${service}Endpoint=${origins.get(service)}/devstoreaccount1`)
  return {
    connection: [account, ...endpoints].join(';'),
    async close() {
      child.kill()
      await ended
    },
  }
}
