import { azure, type Place } from '@infra-analysis/core'
import { credentialFor } from '../credential.ts'
import type { Io } from '../io.ts'
import { openPlace, scopeOf, type PlaceValues } from '../source.ts'

/**
 * The place that the options name, and where they name none everything that the sign-in sees: agents know no ids. Throws as `openPlace` does.
 */
export async function openAny(values: PlaceValues, signal?: AbortSignal, env: Io['env'] = {}): Promise<Place> {
  const scope = scopeOf(values)
  const isNamed = values.sandbox || env['INFRA_ENDPOINT'] || Object.values(scope).some((ids) => ids.length > 0)
  const isMeantForSandbox = (values['sandbox-machines'] ?? values['sandbox-seed']) !== undefined
  if (isNamed || isMeantForSandbox) return openPlace(values, signal, env)
  return { source: azure({ credential: await credentialFor({ ...values, env }), cloud: values.cloud }), scope }
}
