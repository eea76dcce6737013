import type { Tool } from '@infra-analysis/core'
import { fleetReview } from './fleet-review.ts'
import type { WorkflowName } from './names.ts'
import { patchCampaignReport } from './patch-campaign-report.ts'
import type { Workflow } from './workflow.ts'

/** The workflows over these tools, by name. */
export const declared = (tools: readonly Tool[]): Readonly<Record<WorkflowName, Workflow>> => ({
  fleet_review: fleetReview(tools),
  patch_campaign_report: patchCampaignReport,
})
