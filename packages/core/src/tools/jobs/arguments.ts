import type { JobArgument } from './job.ts'

export const sites: JobArgument = {
  name: 'sites',
  description: 'Only these sites, with commas between them; all when left out',
  required: false,
}

export const machines: JobArgument = {
  name: 'machines',
  description: 'Only these servers by name or resource id, with commas between them; all when left out',
  required: false,
}
