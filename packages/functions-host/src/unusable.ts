import { InfraError } from '@infra-analysis/core'
import type { Settings } from './settings.ts'
import { triggerFaults } from './triggers/faults.ts'

/** The error that stops the start, a fault a line. */
export const unusable = (faults: readonly string[]): InfraError =>
  new InfraError(
    'InvalidInput',
    ['The app settings are not usable:', ...faults].join('\n  '),
    'Mend the app settings, then restart the app.',
  )

/** What the settings, each valid by itself, cannot be together. */
export function contradictions(settings: Settings): readonly string[] {
  const { authentication, outbound, roleTools, source } = settings
  const faults: string[] = [...triggerFaults(settings)]
  if (outbound === 'onBehalfOf' && !authentication.enabled) {
    faults.push('MCP_OUTBOUND_IDENTITY is onBehalfOf, but nobody signs in: turn on App Service authentication')
  }
  if (outbound === 'onBehalfOf' && authentication.enabled) {
    if (!authentication.clientId) faults.push('MCP_OUTBOUND_IDENTITY is onBehalfOf: WEBSITE_AUTH_CLIENT_ID is missing')
    if (!authentication.assertionClientId) {
      faults.push('MCP_OUTBOUND_IDENTITY is onBehalfOf: OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID is missing')
    }
  }
  if (roleTools && !authentication.enabled) {
    faults.push('MCP_ROLE_TOOLS is set, but nobody signs in: turn on App Service authentication')
  }
  if (authentication.keyLevel === 'Anonymous' && !authentication.enabled && source === 'azure') {
    faults.push('The webhook asks for no key and nobody signs in: set its level to System or turn on authentication')
  }
  return faults
}
