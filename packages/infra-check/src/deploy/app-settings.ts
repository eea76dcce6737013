import { bagAt, deployedOf } from './pick.ts'
import type { Bag, DeployedResource } from './value.ts'

/** The settings that the app is deployed with, by name. */
export function appSettingsOf(resources: readonly DeployedResource[]): Bag {
  const settings = deployedOf(resources, 'Microsoft.Web/sites/config').find(({ name }) => name === 'appsettings')
  return bagAt(settings?.body ?? null, 'properties')
}

/** Whether workflows are switched on, which keep their state in tables. */
export const hasWorkflows = (resources: readonly DeployedResource[]): boolean =>
  Boolean(appSettingsOf(resources)['INFRA_WORKFLOWS'])
