import type { Place } from '@infra-analysis/core'
import type { Io } from '../io.ts'
import type { PlaceValues } from '../source.ts'

/**
 * Opens the place when it is first asked for, and keeps it. One that cannot be opened refuses every question with the reason, and is tried
 * anew when it is asked for again.
 */
export function placeOnDemand(values: PlaceValues, { env, signal, open }: Io): () => Promise<Place> {
  let opened: Promise<Place> | undefined
  const opening = async () => {
    const { openAny } = await import('./open.ts')
    return (open ?? openAny)(values, signal, env)
  }
  return () => {
    opened ??= opening().catch((error: unknown) => {
      opened = undefined
      return refusing(error)
    })
    return opened
  }
}

const refusing = (error: unknown): Place => ({
  source: {
    name: 'azure',
    now: () => new Date(),
    query: () => {
      throw error
    },
  },
  scope: {},
})
