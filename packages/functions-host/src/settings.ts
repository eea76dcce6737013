import { parseScope, type CloudName, type Scope } from '@infra-analysis/core'
import { z } from 'zod'
import { authenticationOf, type Authentication } from './identity/authentication.ts'
import { type Storage, storageOf, type Triggers, triggerShape, triggersOf } from './triggers/settings.ts'
import { contradictions, unusable } from './unusable.ts'
import { type WorkflowName, workflowNames } from './workflows/names.ts'

/** Environment variables by name. */
export type Env = Readonly<Record<string, string | undefined>>

/** Whose rights read Azure: the app's own identity, or the signed-in user. Never one in place of the other. */
export type OutboundIdentity = 'managedIdentity' | 'onBehalfOf'

/** What the operator has decided. */
export interface Settings {
  readonly source: 'azure' | 'sandbox'
  readonly cloud: CloudName
  readonly outbound: OutboundIdentity
  /** The app's user-assigned identity; its system-assigned one unless given. */
  readonly identityClientId: string | undefined
  /** What may be asked about; an empty list is no limit of ours. */
  readonly allowed: Required<Pick<Scope, 'subscriptions' | 'workspaces'>>
  /** Application role → names of tools, `*` for all; without it every caller who is let in may use all. */
  readonly roleTools: Readonly<Record<string, readonly string[]>> | undefined
  readonly httpTransport: boolean
  readonly workflows: readonly WorkflowName[]
  /** How long a call of a workflow waits for its end, in seconds. */
  readonly workflowWaitSeconds: number
  readonly triggers: Triggers
  readonly storage: Storage
  readonly limits: Limits
  readonly authentication: Authentication
  /** The app's own host name, where the platform says it. */
  readonly hostName: string | undefined
}

/** What one caller, and all callers together, may take of this instance. */
export interface Limits {
  readonly callsPerMinute: number
  readonly callsAtATime: number
  readonly deadlineSeconds: number
}

const list = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((item) => item.trim() || []))
const flag = z
  .string()
  .toLowerCase()
  .pipe(z.enum(['true', 'false']))
  .default('false')
  .transform((text) => text === 'true')
const count = (most: number, byDefault: number) => z.coerce.number().int().min(1).max(most).default(byDefault)
const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue('not JSON')
    return z.NEVER
  }
})

const schema = z.object({
  INFRA_SOURCE: z.enum(['azure', 'sandbox']).default('azure'),
  INFRA_CLOUD: z.enum(['public', 'usgov', 'china']).default('public'),
  INFRA_WORKFLOWS: list.pipe(z.array(z.enum(workflowNames))),
  INFRA_WORKFLOW_WAIT_SECONDS: count(300, 20),
  INFRA_HTTP_TOOLS: flag,
  ...triggerShape,
  MCP_OUTBOUND_IDENTITY: z.enum(['managedIdentity', 'onBehalfOf']).default('managedIdentity'),
  MCP_ALLOWED_SUBSCRIPTIONS: list,
  MCP_ALLOWED_WORKSPACES: list,
  MCP_ROLE_TOOLS: json.pipe(z.record(z.string(), z.array(z.string()))).optional(),
  MCP_HTTP_TRANSPORT: flag,
  MCP_CALLS_PER_MINUTE: count(10_000, 60),
  MCP_CALLS_AT_A_TIME: count(100, 8),
  MCP_DEADLINE_SECONDS: count(600, 50),
  AZURE_CLIENT_ID: z.string().optional(),
  WEBSITE_HOSTNAME: z.string().optional(),
})

/** Reads the app settings. Throws InvalidInput that names every setting that is wrong and says what is valid. */
export function settingsOf(env: Env): Settings {
  // deployment tools write a setting that nobody chose as an empty text
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const { success, data, error } = schema.safeParse(given)
  if (!success) throw unusable(error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`))
  const { subscriptions = [], workspaces = [] } = parseScope({
    subscriptions: data.MCP_ALLOWED_SUBSCRIPTIONS,
    workspaces: data.MCP_ALLOWED_WORKSPACES,
  })
  const settings: Settings = {
    source: data.INFRA_SOURCE,
    cloud: data.INFRA_CLOUD,
    outbound: data.MCP_OUTBOUND_IDENTITY,
    identityClientId: data.AZURE_CLIENT_ID,
    allowed: { subscriptions, workspaces },
    roleTools: data.MCP_ROLE_TOOLS,
    httpTransport: data.MCP_HTTP_TRANSPORT,
    workflows: data.INFRA_WORKFLOWS,
    workflowWaitSeconds: data.INFRA_WORKFLOW_WAIT_SECONDS,
    triggers: triggersOf(data),
    storage: storageOf(data),
    limits: {
      callsPerMinute: data.MCP_CALLS_PER_MINUTE,
      callsAtATime: data.MCP_CALLS_AT_A_TIME,
      deadlineSeconds: data.MCP_DEADLINE_SECONDS,
    },
    authentication: authenticationOf(given),
    hostName: data.WEBSITE_HOSTNAME,
  }
  const faults = contradictions(settings)
  if (faults.length > 0) throw unusable(faults)
  return settings
}
