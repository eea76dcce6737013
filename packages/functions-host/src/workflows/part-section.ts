import type { Section } from '../report/section.ts'

/** What a part of a run found out about a question. */
export interface PartSection extends Section {
  /** Of the whole answer. */
  readonly rows: number
}
