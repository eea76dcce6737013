/** The workflows that `INFRA_WORKFLOWS` can switch on. */
export const workflowNames = ['fleet_review', 'patch_campaign_report'] as const

/** One of them. */
export type WorkflowName = (typeof workflowNames)[number]
