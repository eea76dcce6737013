import type { Job } from '@infra-analysis/core'
import { withFrontMatter } from './front-matter.ts'

/** The Agent Skill about a job: `SKILL.md` of a folder with the job's name. */
export const skillFile = ({ name, description, skill }: Job): string => withFrontMatter({ name, description }, skill)
