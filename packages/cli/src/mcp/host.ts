import {
  instructions,
  jobs,
  resultStore,
  tools,
  type Job,
  type Place,
  type Results,
  type Tool,
} from '@infra-analysis/core'
import type { Io } from '../io.ts'
import type { PlaceValues } from '../source.ts'
import { version } from '../version.ts'
import { placeOnDemand } from './place.ts'
import type { SessionLog } from './session-log.ts'
import { skillsOf, type Skills } from './skills.ts'

/** What a server serves, made once for all of its connections and requests. */
export interface Host {
  readonly version: string
  readonly instructions: string
  readonly tools: readonly Tool[]
  readonly jobs: readonly Job[]
  readonly results: Results
  readonly skills: Skills
  /** Where calls ask. Never rejects: a place that cannot be opened refuses every question with the reason. */
  readonly place: () => Promise<Place>
  readonly log: SessionLog
}

/** The analyses over the place that the options name. */
export function hostOf(values: PlaceValues, io: Io, log: SessionLog): Host {
  const results = resultStore()
  return {
    version: version(),
    instructions,
    tools: tools({ results }),
    jobs,
    results,
    skills: skillsOf(jobs),
    place: placeOnDemand(values, io),
    log,
  }
}
