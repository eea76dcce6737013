import { parseScope, type Place } from '@infra-analysis/core'
import type { place, ValuesOf } from './options.ts'
import { invalid } from './usage.ts'

export type PlaceValues = ValuesOf<typeof place>

/** The source and scope that the options name. Throws InvalidInput when they name none that can be reached. */
export async function openPlace(values: PlaceValues, signal?: AbortSignal): Promise<Place> {
  const scope = scopeOf(values)
  if (values.sandbox) {
    const { sandbox } = await import('@infra-analysis/sandbox')
    const { interruptible, stoppable } = await import('./interruptible.ts')
    const source = await stoppable(() => sandbox(fleetOf(values)), signal)
    return { source: interruptible(source), scope }
  }
  if (values['sandbox-machines'] !== undefined || values['sandbox-seed'] !== undefined) {
    throw invalid('The options of the sample fleet are given without --sandbox', 'Add --sandbox.')
  }
  if (Object.values(scope).every((ids) => ids.length === 0)) {
    throw invalid(
      'Nothing says which fleet to ask',
      'Add --sandbox for the sample fleet, which works right away, or name yours: --subscription, --management-group or --workspace.',
    )
  }
  throw invalid(
    'This version of infra-cli cannot reach Azure yet',
    'Add --sandbox to ask the sample fleet; of an analysis, --show-kql prints the query to run it in the Azure portal.',
  )
}

/** The scope that the options name. Throws InvalidInput for an id that cannot be one. */
export const scopeOf = (values: PlaceValues): Place['scope'] =>
  parseScope({
    subscriptions: values.subscription ?? [],
    managementGroups: values['management-group'] ?? [],
    workspaces: values.workspace ?? [],
  })

const fleetOf = ({
  'sandbox-machines': machines,
  'sandbox-seed': seed,
}: PlaceValues): { machines?: number; seed?: number } => ({
  ...(machines === undefined ? {} : { machines }),
  ...(seed === undefined ? {} : { seed }),
})
