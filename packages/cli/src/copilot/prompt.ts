import type { Job } from '@infra-analysis/core'
import { agentName } from './agent.ts'
import { withFrontMatter } from './front-matter.ts'

/** The prompt file about a job, for VS Code's local agent: it asks for what the job has to know. */
export function promptFile(job: Job): string {
  const { name, description } = job
  const hint = job.arguments.map((one) => (one.required ? `<${one.name}>` : `[${one.name}]`)).join(' ')
  const asked = job.arguments.filter((one) => one.required).map((one) => [one.name, `\${input:${one.name}}`])
  return withFrontMatter(
    { name, description, agent: agentName, ...(hint && { 'argument-hint': hint }) },
    job.render(Object.fromEntries(asked)),
  )
}
