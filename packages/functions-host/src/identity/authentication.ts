import type { Env } from '../settings.ts'

/** App Service authentication, as the platform's own settings describe it. */
export interface Authentication {
  /** Only then do the platform's headers say who calls: it strips the copies that a client sends. */
  readonly enabled: boolean
  /** Our application. */
  readonly clientId: string | undefined
  /** Tenants whose users may come in; empty when the platform names none. */
  readonly tenants: readonly string[]
  /** The identity whose token stands in for our application's secret. */
  readonly assertionClientId: string | undefined
  /** Whether the webhook asks for the system key. */
  readonly keyLevel: 'System' | 'Anonymous'
}

const keyLevelSetting = 'AzureFunctionsJobHost__extensions__mcp__system__webhookAuthorizationLevel'

/** Reads the settings that the platform and the deployment write. */
export const authenticationOf = (env: Env): Authentication => ({
  enabled: env['WEBSITE_AUTH_ENABLED']?.toLowerCase() === 'true',
  clientId: env['WEBSITE_AUTH_CLIENT_ID'],
  tenants: (env['WEBSITE_AUTH_AAD_ALLOWED_TENANTS'] ?? '').split(',').flatMap((tenant) => tenant.trim() || []),
  assertionClientId: env['OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'],
  keyLevel: env[keyLevelSetting]?.toLowerCase() === 'anonymous' ? 'Anonymous' : 'System',
})
