import type { Place } from '@infra-analysis/core'
import { isInfraError } from '../../exit.ts'
import type { Io } from '../../io.ts'
import { openPlace, scopeOf, type PlaceValues } from '../../source.ts'

/** The place that the options name; where nobody can sign in, one whose source says so, so that it is diagnosed like anything else. */
export async function placeToDiagnose(values: PlaceValues, io: Io): Promise<Place> {
  try {
    return await (io.open ?? openPlace)(values, io.signal, io.env)
  } catch (error) {
    if (!(isInfraError(error) && error.code === 'SignInRequired')) throw error
    return { source: { name: 'azure', now: () => new Date(), query: refusing(error) }, scope: scopeOf(values) }
  }
}

const refusing = (error: Error) => (): never => {
  throw error
}
