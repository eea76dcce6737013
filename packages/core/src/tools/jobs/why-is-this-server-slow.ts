import { machines } from './arguments.ts'
import { defineJob } from './job.ts'

export const whyIsThisServerSlow = defineJob({
  name: 'why-is-this-server-slow',
  title: 'Why is this server slow?',
  description:
    'Find out why a server is slow or behaves oddly: load against its own history, full disks, what was installed or changed just before, patch runs and configuration. Use this when somebody reports one server by name.',
  arguments: [{ ...machines, description: 'The server: its name or resource id', required: true }],
  steps: [
    {
      tool: 'get_server_metadata',
      look: 'What the server is, whether its agent reports, how many cores and how much memory it has, how full its disks are.',
    },
    {
      tool: 'get_anomalies',
      input: { timespan: '7d', sensitivity: 'high' },
      look: 'When CPU, memory or a disk left its usual range, for how long, and whether it still does.',
    },
    {
      tool: 'get_anomalies',
      input: { view: 'disks' },
      look: 'Disks that are nearly full or soon will be.',
    },
    {
      tool: 'get_software_changes',
      input: { timespan: '14d' },
      look: 'Software and updates installed or removed in the hours before the first anomaly.',
    },
    {
      tool: 'get_software_changes',
      input: { timespan: '14d', view: 'services' },
      look: 'Services that stopped, started or changed their start mode or account.',
    },
    {
      tool: 'get_patching_level',
      input: { view: 'runs' },
      look: 'Whether patches were being installed at that time, and whether a restart is due.',
    },
    {
      tool: 'get_sql_best_practices',
      input: { severities: ['High', 'Medium'] },
      look: 'If SQL Server runs on it: findings about memory, parallelism and files.',
    },
  ],
  report: [
    'The likeliest cause in one sentence, with how sure you are.',
    'A timeline: changes and anomalies in order, UTC.',
    'What speaks against it, and what is not known.',
    'What to check or do next on the server, the safest first.',
  ],
})
