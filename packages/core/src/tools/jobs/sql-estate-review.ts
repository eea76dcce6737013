import { defineJob } from './job.ts'
import { machines, sites } from './arguments.ts'

export const sqlEstateReview = defineJob({
  name: 'sql-estate-review',
  title: 'Review the SQL estate',
  description:
    'Review every SQL Server instance and database: versions and support, licences, backups, availability, and findings of the best-practice assessment. Use this for database health checks, licence reviews and upgrade plans.',
  arguments: [sites, machines],
  steps: [
    {
      tool: 'get_sql_metadata',
      look: 'Instances by version, edition and licence; which are out of support; which machines have SQL that nobody manages.',
    },
    {
      tool: 'get_sql_metadata',
      input: { view: 'databases' },
      look: 'Databases that are not online, have no recent backup, or sit in full recovery without log backups.',
    },
    {
      tool: 'get_sql_best_practices',
      input: { severities: ['High'] },
      look: 'Severe findings, and the rules that are broken on most instances.',
    },
    {
      tool: 'get_sql_best_practices',
      input: { statuses: ['New', 'Resolved'] },
      look: 'What got worse and what got better since the run before.',
    },
    {
      tool: 'get_patching_level',
      look: 'Missing security patches and due restarts of the servers that run these instances.',
    },
  ],
  report: [
    'One paragraph: size of the estate, versions, and the gravest risk to data.',
    'Databases that could be lost today, each with its last backup.',
    'Instances to upgrade, with the end of their support.',
    'Rules to mend everywhere at once, and instances that were not assessed.',
  ],
})
