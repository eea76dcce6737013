import type { WorkflowName } from './names.ts'

/** A run of a workflow. */
export interface Run {
  readonly workflow: WorkflowName
  /** The id of its instance, made here. */
  readonly id: string
}

/** The names of what a run stores. Parts are apart, since nobody needs them once the report is there. */
export const stored = {
  part: ({ id, workflow }: Run, key: string): string => `parts/${workflow}/${id}/${key}.json`,
  page: ({ id, workflow }: Run): string => `workflows/${workflow}/${id}/report.html`,
  snapshot: ({ id, workflow }: Run): string => `workflows/${workflow}/${id}/report.json`,
}
