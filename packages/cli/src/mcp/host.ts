import type { Place } from '@infra-analysis/core'
import type { Io } from '../io.ts'
import type { PlaceValues } from '../source.ts'
import { version } from '../version.ts'
import type { Answering } from './answering.ts'
import type { Catalog } from './catalog.ts'
import { catalog } from './catalog.generated.ts'
import { placeOnDemand } from './place.ts'
import type { SessionLog } from './session-log.ts'

/** What a server serves, made once for all of its connections and requests. */
export interface Host {
  readonly version: string
  readonly catalog: Catalog
  /** Core is loaded by the first call: a client that only lists must not wait for it. */
  readonly answering: () => Promise<Answering>
  /** Where calls ask. Never rejects: a place that cannot be opened refuses every question with the reason. */
  readonly place: () => Promise<Place>
  readonly log: SessionLog
}

/** The analyses over the place that the options name. */
export function hostOf(values: PlaceValues, io: Io, log: SessionLog): Host {
  let loaded: Promise<Answering> | undefined
  return {
    version: version(),
    catalog,
    answering: () => (loaded ??= import('./answering.ts').then(({ answering }) => answering())),
    place: placeOnDemand(values, io),
    log,
  }
}

/** One of several by its name, which the catalog has. */
export function named<Item extends { readonly name: string }>(items: readonly Item[], name: string): Item {
  const found = items.find((item) => item.name === name)
  if (!found) throw new TypeError(`The catalog is not that of core: there is no '${name}'`)
  return found
}
