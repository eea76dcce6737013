import { machines, sites } from './arguments.ts'
import { defineJob } from './job.ts'

export const whatChanged = defineJob({
  name: 'what-changed',
  title: 'What changed?',
  description:
    'Find out what changed in the fleet in a stretch of time: software, updates, services, patch runs, SQL findings, servers that stopped reporting. Use this after an incident, before a release, or for a change report.',
  arguments: [
    { name: 'timespan', description: 'How far to look back, such as 24h or 7d', required: false },
    sites,
    machines,
  ],
  steps: [
    {
      tool: 'get_software_changes',
      look: 'Software and updates installed, removed or upgraded: what reached many machines, and what only one.',
    },
    {
      tool: 'get_software_changes',
      input: { view: 'services' },
      look: 'Services and daemons that were added, removed or changed.',
    },
    {
      tool: 'get_patching_level',
      input: { view: 'runs' },
      look: 'Installation runs in that time, and which of them failed.',
    },
    {
      tool: 'get_server_metadata',
      input: {
        statuses: ['Disconnected', 'Expired', 'Error', 'VM stopped', 'VM deallocated'],
        columns: ['name', 'agentStatus', 'statusChangedAt', 'statusReason'],
      },
      look: 'Servers that went silent in that time.',
    },
    {
      tool: 'get_sql_best_practices',
      input: { statuses: ['New', 'Resolved'] },
      look: 'SQL findings that came or went.',
    },
    {
      tool: 'get_anomalies',
      look: 'Servers that behave otherwise since then.',
    },
  ],
  report: [
    'A timeline of changes by day, UTC: what, where, on how many machines.',
    'Changes that stand out: single machines, odd hours, removals of security software.',
    'What followed: anomalies, silent servers, new findings, each beside the change that came before it.',
    'Machines whose changes are not recorded.',
  ],
})
