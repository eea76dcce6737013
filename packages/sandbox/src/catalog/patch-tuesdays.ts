/** A month of Microsoft's updates. */
export interface Month {
  /** As it leads the titles. */
  readonly name: string
  /** The same in words. */
  readonly words: string
  /** Patch Tuesday. */
  readonly publishedAt: Date
  /** The number from which the KB numbers of the month are counted. */
  readonly kb: number
}

/** The months of 2026 that still matter, oldest first. */
export const august: Month = month('2026-08', 'August 2026', '2026-08-11T17:00:00Z', 5083910)
export const september: Month = month('2026-09', 'September 2026', '2026-09-08T17:00:00Z', 5086640)
export const october: Month = month('2026-10', 'October 2026', '2026-10-13T17:00:00Z', 5089480)
export const november: Month = month('2026-11', 'November 2026', '2026-11-10T18:00:00Z', 5092350)

function month(name: string, words: string, publishedAt: string, kb: number): Month {
  return { name, words, publishedAt: new Date(publishedAt), kb }
}
