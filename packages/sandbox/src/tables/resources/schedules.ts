import { row, type ResourceRow } from '../rows.ts'
import { sites, type Site } from '../../sites.ts'
import { resourceId } from '../spelling.ts'

/** The ARM id of a site's maintenance configuration. */
export const scheduleId = ({ subscription, resourceGroup, schedule }: Site): string =>
  resourceId(subscription.id, resourceGroup, 'Microsoft.Maintenance/maintenanceConfigurations', schedule.name)

/** The maintenance configurations: one a site, whether or not a machine is assigned to it. */
export const scheduleRows: readonly ResourceRow[] = Object.values(sites).map((site) =>
  row({
    id: scheduleId(site),
    name: site.schedule.name,
    type: 'microsoft.maintenance/maintenanceconfigurations',
    subscriptionId: site.subscription.id,
    resourceGroup: site.resourceGroup,
    location: site.region,
    properties: {
      maintenanceScope: 'InGuestPatch',
      visibility: 'Custom',
      extensionProperties: { InGuestPatchMode: 'User' },
      maintenanceWindow: {
        startDateTime: site.schedule.firstStart,
        duration: site.schedule.duration,
        timeZone: site.schedule.timeZone,
        recurEvery: site.schedule.recurEvery,
      },
      installPatches: {
        rebootSetting: site.schedule.reboot,
        windowsParameters: {
          classificationsToInclude: ['Critical', 'Security', 'UpdateRollup', 'Definition', 'Updates'],
        },
        linuxParameters: { classificationsToInclude: ['Critical', 'Security', 'Other'] },
      },
    },
  }),
)
