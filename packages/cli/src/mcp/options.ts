import { general, place, textOrJson, type Options } from '../options.ts'

const transport = {
  http: { kind: 'switch', description: 'Serve over HTTP on loopback, not over the standard streams' },
  port: { kind: 'count', description: 'With --http: port to listen on, by default one that is free', placeholder: 'n' },
  host: {
    kind: 'choice',
    choices: ['127.0.0.1', '::1'],
    byDefault: '127.0.0.1',
    description: 'With --http: loopback address to listen on',
    placeholder: 'address',
  },
  socket: {
    kind: 'text',
    description: 'With --http: listen on this Unix socket, which only you can open, instead of a port with a token',
    placeholder: 'path',
  },
  'print-config': { kind: 'switch', description: 'Print what clients are configured with' },
  'log-dir': { kind: 'text', description: 'Keep a log of the session in this folder', placeholder: 'path' },
} as const satisfies Options

/** What `mcp` takes. */
export const serveOptions = { ...place, ...transport, help: general.help } as const satisfies Options

/** What `mcp check` takes. */
export const checkOptions = {
  token: { kind: 'text', description: 'With check: bearer token, else INFRA_MCP_TOKEN', placeholder: 'token' },
  key: { kind: 'text', description: 'With check: key of a Functions app, else INFRA_MCP_KEY', placeholder: 'key' },
  tool: {
    kind: 'text',
    description: 'With check: tool to call, by default one that needs no argument',
    placeholder: 'name',
  },
  format: { ...textOrJson.format, description: 'With check: form of the checklist' },
  help: general.help,
} as const satisfies Options

/** All of them, for help. */
export const mcpOptions = { ...serveOptions, ...checkOptions, help: general.help } as const satisfies Options
