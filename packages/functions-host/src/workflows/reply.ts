import type { Reply, ResultPage, Scope } from '@infra-analysis/core'
import type { Status } from './status.ts'

/** What an agent gets: the same facts as text and as structured content. */
export const replyOf = (status: Status, scope: Scope): Reply => ({
  result: {
    content: [{ type: 'text', text: JSON.stringify(status) }],
    // the tools of workflows declare a schema of their own
    structuredContent: status as unknown as ResultPage,
  },
  outcome: { code: codeOf(status), rows: 0, complete: status.status === 'completed' && status.result.complete, scope },
})

function codeOf({ status }: Status): Reply['outcome']['code'] {
  if (status === 'failed') return 'Defect'
  return status === 'not_found' ? 'InvalidInput' : 'ok'
}
