import { afterAll, onTestFinished } from 'vitest'
import { scope } from '../../src/index.ts'
import { serve, type Served, type ServeOptions, type Timer } from '../../src/server/index.ts'

/** A timer whose time passes only while somebody waits, and that at once. */
export interface QuickTimer extends Timer {
  sleep(milliseconds: number): Promise<void>
}

/** A timer that starts at 0. */
export function quickTimer(): QuickTimer {
  let now = 0
  return {
    now: () => now,
    async sleep(milliseconds) {
      now += milliseconds
    },
  }
}

/** A server for one test: as it is by default, but without delay. */
export async function serving(options: ServeOptions = {}): Promise<Served> {
  const served = await serve({ delayMs: 0, ...options })
  onTestFinished(() => served.close())
  return served
}

const unlimited = { requests: Infinity, windowMs: 1000 }
let shared: Promise<Served> | undefined
afterAll(async () => (await shared)?.close())

/** A server for all tests of a file that need nothing special; it counts no quota. */
export const sharedServer = (): Promise<Served> =>
  (shared ??= serve({ delayMs: 0, quota: { resourceGraph: unlimited, logAnalytics: unlimited } }))

/** An answer with its body read. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  // What the body holds is what the tests are about.
  readonly body: ReturnType<typeof JSON.parse>
}

/** Sends a body to a path with the token that the server issued. */
export async function post(
  { url, token }: Served,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, body: parsed(text) }
}

export const graphPath = '/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01'
export const logPath = (workspace: string = scope.workspace): string => `/v1/workspaces/${workspace}/query`

/** Asks Resource Graph. */
export const askGraph = (served: Served, query: string, options: object = {}, where: object = {}): Promise<Answer> =>
  post(served, graphPath, { query, options, ...where })

/** Asks the workspace. */
export const askLogs = (
  served: Served,
  query: string,
  rest: object = {},
  headers?: Readonly<Record<string, string>>,
): Promise<Answer> => post(served, logPath(), { query, ...rest }, headers)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
