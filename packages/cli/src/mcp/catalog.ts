import type { Analysis, Job, Tool } from '@infra-analysis/core'

/** What a server lists: all that clients see before their first call. */
export interface Catalog {
  readonly instructions: string
  readonly tools: readonly ListedTool[]
  readonly jobs: readonly ListedJob[]
  readonly pages: readonly ListedPage[]
  /** The uris of all results, as RFC 6570 has it. */
  readonly results: string
}

export type ListedTool = Pick<Tool, 'name' | 'title' | 'description' | 'inputSchema' | 'outputSchema' | 'annotations'>

export type ListedJob = Pick<Job, 'name' | 'title' | 'description' | 'arguments'>

/** The page about an analysis. */
export interface ListedPage extends Pick<Analysis, 'id' | 'title'> {
  readonly uri: string
}
