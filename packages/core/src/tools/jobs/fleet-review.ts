import { defineJob } from './job.ts'
import { machines, sites } from './arguments.ts'

export const fleetReview = defineJob({
  name: 'fleet-review',
  title: 'Review the fleet',
  description:
    'Review a fleet of servers from end to end: what exists, what does not report, what is out of support, unpatched, misconfigured or about to run full. Use this for a regular health check or a first look at an unknown fleet.',
  arguments: [sites, machines],
  steps: [
    {
      tool: 'get_server_metadata',
      look: 'How many servers there are, which agents do not report, and which systems are out of support or soon will be.',
    },
    {
      tool: 'get_patching_level',
      look: 'Which servers lack critical or security patches, for how long, and whose patches nobody knows.',
    },
    {
      tool: 'get_anomalies',
      input: { timespan: '7d' },
      look: 'Which servers behaved unlike themselves this week, and which disks will be full within a month.',
    },
    {
      tool: 'get_windows_best_practices',
      input: { priorities: ['High'] },
      look: 'Which recommendations of high priority fail on many servers.',
    },
    {
      tool: 'get_sql_best_practices',
      input: { severities: ['High'] },
      look: 'Which SQL findings are severe, and which instances got worse.',
    },
  ],
  report: [
    'One paragraph for a manager: size of the fleet, the three gravest risks, how much of the fleet is not known.',
    'A table of the ten servers that need work first, each with its reasons.',
    'Per area (support, patches, capacity, configuration, SQL): figures and what to do next.',
    'What could not be seen, and who can change that.',
  ],
})
