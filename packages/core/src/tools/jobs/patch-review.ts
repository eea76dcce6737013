import { defineJob } from './job.ts'
import { machines, sites } from './arguments.ts'

export const patchReview = defineJob({
  name: 'patch-review',
  title: 'Review patching',
  description:
    'Review patch compliance before or after a maintenance window: which servers lack critical or security updates, why, and whether their schedules and installation runs work. Use this for patch meetings and audits.',
  arguments: [sites, machines],
  steps: [
    {
      tool: 'get_patching_level',
      look: 'The share of servers that are assessed and compliant, and the age of the oldest missing security patch.',
    },
    {
      tool: 'get_patching_level',
      input: { compliance: ['NotAssessed', 'AssessmentFailed', 'Stale'] },
      look: 'Servers whose patches nobody knows: they are not compliant, they are unknown.',
    },
    {
      tool: 'get_patching_level',
      input: { view: 'patches', classifications: ['Critical', 'Security'], minAge: '30d' },
      look: 'Patches that have been out for a month and are still missing, and on how many servers each.',
    },
    {
      tool: 'get_patching_level',
      input: { view: 'runs' },
      look: 'Runs that failed, left patches pending or ran out of their window, and restarts that are still due.',
    },
    {
      tool: 'get_patching_level',
      input: { view: 'schedules' },
      look: 'Servers of the first call that have no schedule at all.',
    },
  ],
  report: [
    'One sentence: how many of how many servers are compliant, and how many are unknown.',
    'Servers to patch first: severity, age, next window, and whether a restart is due.',
    'Causes rather than symptoms: no schedule, window too short, failed runs, assessment switched off.',
    'What to change before the next window.',
  ],
})
