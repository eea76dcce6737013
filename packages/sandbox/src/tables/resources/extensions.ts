import type { Machine } from '../../machines/machine.ts'
import { placeOf, row, type ResourceRow } from '../rows.ts'

/** The extensions of a machine. */
export const extensionRows = (machine: Machine): readonly ResourceRow[] =>
  machine.extensions.map(({ name, publisher, version, state, message, settings }) =>
    row({
      id: `${machine.id}/extensions/${name}`,
      name,
      type:
        machine.kind === 'arc'
          ? 'microsoft.hybridcompute/machines/extensions'
          : 'microsoft.compute/virtualmachines/extensions',
      ...placeOf(machine),
      properties: {
        publisher,
        type: name,
        typeHandlerVersion: version,
        provisioningState: state,
        enableAutomaticUpgrade: true,
        autoUpgradeMinorVersion: false,
        settings,
        // Azure machines show no instance view here.
        ...(machine.kind === 'arc' && {
          instanceView: {
            name,
            type: name,
            typeHandlerVersion: version,
            status: {
              code: state === 'Failed' ? '1' : '0',
              level: state === 'Failed' ? 'Error' : 'Information',
              message,
            },
          },
        }),
      },
    }),
  )
