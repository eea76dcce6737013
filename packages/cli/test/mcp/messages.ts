/** The first message of a client of the older era. */
export const initialize = {
  jsonrpc: '2.0',
  id: 0,
  method: 'initialize',
  params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'test', version: '0' } },
} as const

/** Asks for the tools. */
export const list = { jsonrpc: '2.0', id: 1, method: 'tools/list' } as const

/** Calls a tool. */
export const callOf = (id: number, name: string, args: unknown) => ({
  jsonrpc: '2.0',
  id,
  method: 'tools/call',
  params: { name, arguments: args },
})
