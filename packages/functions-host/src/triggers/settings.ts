import { z } from 'zod'

/** The ways in beside MCP. Each is off unless its setting says what it listens to. */
export interface Triggers {
  /** `POST /api/tools/{tool}`. */
  readonly http: boolean
  readonly queue: string | undefined
  readonly eventHub: { readonly name: string; readonly isConnected: boolean } | undefined
  /** NCRONTAB, six fields; UTC unless the app says otherwise. */
  readonly reportSchedule: string | undefined
}

/** Where results and reports are kept. */
export interface Storage {
  readonly container: string
  /** The account's blob endpoint, for the app's identity; a connection string where the account has none. */
  readonly account: { readonly uri: string } | { readonly connection: () => string } | undefined
}

const named = (pattern: RegExp, form: string) => z.string().regex(pattern, `expected ${form}`).optional()
const lowerCased = 'lower-case letters, digits and single hyphens'

/** The settings of the ways in, by name. */
export const triggerShape = {
  // the host adds -poison, and a queue's name has 63 characters at most
  INFRA_QUEUE: named(/^(?=.{3,56}$)[a-z\d]+(-[a-z\d]+)*$/, `3 to 56 ${lowerCased}`),
  INFRA_EVENT_HUB: named(/^[A-Za-z\d][\w.-]{0,255}$/, 'the name of an event hub'),
  INFRA_EVENT_HUB_CONNECTION: z.string().optional(),
  INFRA_EVENT_HUB_CONNECTION__fullyQualifiedNamespace: z.string().optional(),
  INFRA_REPORT_SCHEDULE: named(/^\S+( \S+){5}$/, 'six fields, such as 0 0 6 * * 1 for Mondays at six'),
  INFRA_CONTAINER: named(/^(?=.{3,63}$)[a-z\d]+(-[a-z\d]+)*$/, `3 to 63 ${lowerCased}`).default('infra-analysis'),
  AzureWebJobsStorage: z.string().optional(),
  AzureWebJobsStorage__blobServiceUri: z.url().optional(),
} as const

type Read = z.output<z.ZodObject<typeof triggerShape>>

/** The ways in that these settings open. */
export function triggersOf(read: Read & { readonly INFRA_HTTP_TOOLS: boolean }): Triggers {
  const connection = read.INFRA_EVENT_HUB_CONNECTION ?? read.INFRA_EVENT_HUB_CONNECTION__fullyQualifiedNamespace
  return {
    http: read.INFRA_HTTP_TOOLS,
    queue: read.INFRA_QUEUE,
    eventHub: read.INFRA_EVENT_HUB ? { name: read.INFRA_EVENT_HUB, isConnected: connection !== undefined } : undefined,
    reportSchedule: read.INFRA_REPORT_SCHEDULE,
  }
}

/** The storage of the app itself. */
export function storageOf({
  AzureWebJobsStorage: connection,
  AzureWebJobsStorage__blobServiceUri: uri,
  INFRA_CONTAINER: container,
}: Read): Storage {
  if (uri !== undefined) return { container, account: { uri } }
  // a function, so that whatever prints the settings prints no key
  return { container, account: connection === undefined ? undefined : { connection: () => connection } }
}
