import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { invalid } from '../../usage.ts'

/** Where a server listens: a port of a loopback address, 0 for one that is free, or a Unix socket. */
export type Address = { readonly host: string; readonly port: number } | { readonly socket: string }

/** Has the server listen, and says the start of its URL. Throws InvalidInput where it cannot. */
export async function listening(server: Server, address: Address): Promise<string> {
  const isBound = once(server, 'listening')
  try {
    if ('socket' in address) bindPrivately(server, resolve(address.socket))
    else server.listen(address)
    await isBound
  } catch (error) {
    throw unavailable(address, error)
  }
  if ('socket' in address) return `unix://${resolve(address.socket)}#`
  const { address: host, port, family } = server.address() as AddressInfo
  return `http://${family === 'IPv6' ? `[${host}]` : host}:${port}`
}

/** The socket is its owner's from its first moment on. */
function bindPrivately(server: Server, path: string): void {
  const usual = process.umask(0o177)
  try {
    server.listen(path)
  } finally {
    process.umask(usual)
  }
}

function unavailable(address: Address, error: unknown): Error {
  const place = 'socket' in address ? `The socket '${address.socket}'` : `Port ${address.port}`
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') {
    const hint =
      'socket' in address ? 'Remove it if no server runs there, or name another path.' : 'Give another --port.'
    return invalid(`${place} is in use`, hint)
  }
  return invalid(`${place} cannot be listened on`, 'Give another --port or --socket.')
}
