import { analysisOf, docsOf, jobs, type Job, resultStore, resultText, type Tool, tools } from '@infra-analysis/core'

/** What answers: core, with what it keeps between calls. */
export interface Answering {
  readonly tools: readonly Tool[]
  readonly jobs: readonly Job[]
  /** All rows of a result as CSV, while it is kept. */
  readonly resultAt: (handle: string) => string | undefined
  /** The page about an analysis, as Markdown. */
  readonly pageAbout: (id: string) => string
}

/** Core as it is, with results of its own. */
export function answering(): Answering {
  const results = resultStore()
  return {
    tools: tools({ results }),
    jobs,
    resultAt: (handle) => resultText(results, handle, ''),
    pageAbout: (id) => docsOf(analysisOf(id)),
  }
}
