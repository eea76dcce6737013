import { jobs } from '@infra-analysis/core'
import { agentFile, agentName } from './agent.ts'
import { promptFile } from './prompt.ts'
import { skillFile } from './skill.ts'

/** A file of a repository, with `/` in its path. */
export interface File {
  readonly path: string
  readonly text: string
}

/** The skills, the agent and the prompts that a repository has for Copilot. */
export const copilotFiles = (): readonly File[] => [
  ...skillFiles('.github/skills'),
  { path: `.github/agents/${agentName}.agent.md`, text: agentFile() },
  ...jobs.map((job) => ({ path: `.github/prompts/${job.name}.prompt.md`, text: promptFile(job) })),
]

/** A skill for each job, in this folder. */
export const skillFiles = (folder: string): readonly File[] =>
  jobs.map((job) => ({ path: `${folder}/${job.name}/SKILL.md`, text: skillFile(job) }))
