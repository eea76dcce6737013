import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { consumed, type Consumed } from './consumed.ts'
import type { Server } from './servers.ts'

/** A start of a server, to the moment when its client has the list of tools. */
export interface Start extends Consumed {
  readonly wallMs: number
  /** The list as it went over the wire. */
  readonly tools: readonly unknown[]
}

const initialize = {
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'bench', version: '1' } },
}

/** Starts a server with an empty home, has it list its tools and ends it. Throws when it lists none. */
export async function listed({ command, args, env, name }: Server, home: string): Promise<Start> {
  const started = performance.now()
  const child = spawn(command, args, {
    cwd: home,
    env: { PATH: '/usr/bin:/bin', HOME: home, ...env },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const send = (message: object) => child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
  send({ id: 1, ...initialize })
  try {
    for await (const line of createInterface(child.stdout)) {
      const message = line.startsWith('{') ? JSON.parse(line) : {}
      if (message.id === 1) {
        send({ method: 'notifications/initialized' })
        send({ id: 2, method: 'tools/list', params: {} })
      }
      if (message.id !== 2) continue
      const wallMs = performance.now() - started
      return { wallMs, tools: message.result.tools, ...consumed(child.pid ?? 0) }
    }
  } finally {
    const ended = child.exitCode === null && once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  throw new Error(`${name} lists no tools`)
}
