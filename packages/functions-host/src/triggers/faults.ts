import type { Settings } from '../settings.ts'

/** What keeps the ways in and the workflows from working under these settings, a sentence each. */
export function triggerFaults(settings: Settings): readonly string[] {
  const { limits, outbound, storage, triggers, workflows, workflowWaitSeconds } = settings
  const faults: string[] = []
  const unattended = unattendedIn(settings).join(', ')
  if (unattended && outbound === 'onBehalfOf') {
    faults.push(`MCP_OUTBOUND_IDENTITY is onBehalfOf, but nobody is signed in when these run: ${unattended}`)
  }
  if (unattended && !storage.account) {
    const either = 'set AzureWebJobsStorage__blobServiceUri or AzureWebJobsStorage'
    faults.push(`There is no storage for the results of ${unattended}: ${either}`)
  }
  if (triggers.eventHub?.isConnected === false) {
    faults.push('INFRA_EVENT_HUB is set, but INFRA_EVENT_HUB_CONNECTION__fullyQualifiedNamespace is missing')
  }
  if (workflows.length > 0 && workflowWaitSeconds >= limits.deadlineSeconds) {
    faults.push('INFRA_WORKFLOW_WAIT_SECONDS has to be less than MCP_DEADLINE_SECONDS')
  }
  return faults
}

/** The settings by which work begins without anybody's call. */
const unattendedIn = ({ triggers, workflows }: Settings): readonly string[] => [
  ...(triggers.queue ? ['INFRA_QUEUE'] : []),
  ...(triggers.eventHub ? ['INFRA_EVENT_HUB'] : []),
  ...(triggers.reportSchedule ? ['INFRA_REPORT_SCHEDULE'] : []),
  ...(workflows.length > 0 ? ['INFRA_WORKFLOWS'] : []),
]
