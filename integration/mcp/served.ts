import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A running server. */
export interface Served {
  readonly url: URL
  readonly token: string
  close(): Promise<void>
}

const program = fileURLToPath(new URL('../../packages/cli/src/bin.ts', import.meta.url))

/** Starts `infra-cli mcp --http` over the sample fleet, from its sources. Throws with what it says when it does not listen. */
export async function serve(): Promise<Served> {
  const child = spawn(process.execPath, [program, 'mcp', '--http', '--sandbox'], {
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  const ended = once(child, 'close')
  const close = async () => {
    child.kill('SIGTERM')
    await ended
  }
  const said: string[] = []
  for await (const line of createInterface(child.stderr)) {
    if (line.startsWith('{')) {
      const { url, token } = JSON.parse(line) as { url: string; token: string }
      return { url: new URL(url), token, close }
    }
    said.push(line)
  }
  throw new Error(`The server does not listen: ${said.join('\n')}`)
}
