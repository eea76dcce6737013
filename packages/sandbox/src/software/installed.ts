import type { Window } from '@infra-analysis/core'

/** A stretch of time in which a version was installed. */
export interface Span extends Window {
  readonly version: string
}

/** Something that is or was installed, with its versions one after the other. */
export interface Installed {
  readonly name: string
  readonly publisher: string
  readonly type: 'Application' | 'Package' | 'Update'
  readonly architecture: string
  readonly spans: readonly Span[]
  /** How an upgrade is recorded: as one change, or as a removal and an addition. */
  readonly upgrade: 'modified' | 'pair'
}

/** Before anything was recorded. */
export const ever: Date = new Date(0)

/** After the clock, for what is still there. */
export const never: Date = new Date('9999-12-31T00:00:00Z')

/** A version that was always there. */
export const always = (version: string): readonly Span[] => [{ version, from: ever, to: never }]

/** A version that replaced another one. */
export const upgraded = (previous: string, version: string, at: Date): readonly Span[] => [
  { version: previous, from: ever, to: at },
  { version, from: at, to: never },
]

/** The version before: one less in the last number that is not zero. */
export const previousOf = (version: string): string =>
  version.replace(/([1-9]\d*)(?=[^1-9]*$)/, (number) => String(Number(number) - 1))
