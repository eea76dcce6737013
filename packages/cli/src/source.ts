import { azure, parseScope, type Place } from '@infra-analysis/core'
import { credentialFor } from './credential.ts'
import type { Io } from './io.ts'
import type { place, ValuesOf } from './options.ts'
import { standIn } from './stand-in.ts'
import { invalid } from './usage.ts'

export type PlaceValues = ValuesOf<typeof place>

/**
 * The source and scope that the options name: the sample fleet, what `INFRA_ENDPOINT` leads to, or Azure. Throws InvalidInput when they
 * name none, and SignInRequired where nobody can sign in to Azure.
 */
export async function openPlace(
  values: PlaceValues,
  signal?: AbortSignal,
  env: Io['env'] = process.env,
): Promise<Place> {
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
  const source = await standIn({ env, signal })
  if (source) return { source, scope }
  if (Object.values(scope).every((ids) => ids.length === 0)) {
    throw invalid(
      'Nothing says which fleet to ask',
      'Add --sandbox for the sample fleet, which works right away, or name yours: --subscription, --management-group or --workspace.',
    )
  }
  const { credential: name, tenant, cloud } = values
  const credential = await credentialFor({ credential: name, tenant, cloud, env })
  return { source: azure({ credential, cloud }), scope }
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
