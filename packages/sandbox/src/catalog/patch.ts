/** The classifications of an update, in Update Manager's spelling. */
export type Classification =
  | 'Security'
  | 'Critical'
  | 'UpdateRollup'
  | 'FeaturePack'
  | 'ServicePack'
  | 'Definition'
  | 'Tools'
  | 'Updates'
  | 'Other'

/** An update as its publisher describes it. */
export interface Patch {
  /** The update's GUID on Windows; package and version on Linux. */
  readonly id: string
  /** Updates of one line supersede each other. */
  readonly line: string
  readonly name: string
  /** Digits only; empty on Linux. */
  readonly kb: string
  /** Empty on Windows. */
  readonly version: string
  readonly classification: Classification
  readonly severity: 'Critical' | 'Important' | 'Moderate' | 'Low' | null
  readonly reboot: 'NeverReboots' | 'CanRequestReboot' | 'AlwaysRequiresReboot' | 'Unknown'
  /** Linux repositories do not say when. */
  readonly publishedAt: Date | null
}

/** What is left when every update is superseded by the next of its line; oldest first in, the same order out. */
export const newestOfEachLine = (patches: readonly Patch[]): readonly Patch[] => [
  ...new Map(patches.map((patch) => [patch.line, patch])).values(),
]
