/** The uris of what hosts hand out besides tools. */
export const resourceUri = {
  /** The page about an analysis. */
  analysis: (id: string): string => `infra://analyses/${id}`,
  /** A whole result. */
  result: (handle: string): string => `infra://results/${handle}`,
  /** The uris of all results, as RFC 6570 has it. */
  results: 'infra://results/{handle}',
} as const
