import type { Means } from '../means.ts'
import { reportPage } from '../report/page.ts'
import { reportOf } from '../report/section.ts'
import { assembled, gathered, unanswered } from './assembled.ts'
import { partsOf } from './parts.ts'
import type { PartSection } from './part-section.ts'
import { resultOf, type WorkflowResult } from './result.ts'
import { type Run, stored } from './run.ts'
import type { Started } from './started.ts'
import type { Workflow } from './workflow.ts'

/** What a report is made from. */
export interface ReportInput {
  readonly run: Run
  readonly started: Started
}

/** Puts together what the parts have stored, stores that as a page and as JSON, and gives it in brief. */
export const reportActivity =
  ({ host, store }: Means, { questions }: Workflow) =>
  async ({ run, started }: ReportInput): Promise<WorkflowResult> => {
    const { at, input, where } = started
    const asked = questions(input)
    const parts = await Promise.all(
      partsOf(asked, where).map(async (part) => {
        const found = await store.get(stored.part(run, part.key))
        return gathered(part, found === undefined ? undefined : (JSON.parse(found) as PartSection[]))
      }),
    )
    const report = reportOf(at, assembled(asked, parts, where.gaps))
    await store.put(stored.page(run), reportPage(report), 'text/html')
    await store.put(stored.snapshot(run), JSON.stringify(report), 'application/json')
    return resultOf(report, unanswered(parts), {
      subscriptions: where.subscriptions.length,
      report: `${host.settings.storage.container}/${stored.page(run)}`,
    })
  }
