import type { Job } from '@infra-analysis/core'
import { skillEntry, SkillsExtension, type Skill } from '@modelcontextprotocol/server/ext/skills'
import { skillFile } from '../copilot/skill.ts'
import { anHour } from './cache-hint.ts'
import type { ListedJob } from './catalog.ts'
import type { Host } from './host.ts'

/** Agent Skills, as the protocol's extension serves them. */
export type Skills = Pick<SkillsExtension, 'attach'>

const baseUri = 'skill://infra/'
const mimeType = 'text/markdown'

/** A skill for each job. What is served about it is made when it is asked for, not at the start. */
export function skillsOf({ answering, catalog }: Pick<Host, 'answering' | 'catalog'>): Skills {
  const uriOf = ({ name }: ListedJob) => `${baseUri}${name}/SKILL.md`
  const jobAt = async (uri: string) => (await answering()).jobs.find((job) => uriOf(job) === uri)
  const entryOf = (job: Job): Promise<Skill> => skillEntry(job.name, { 'SKILL.md': skillFile(job) }, { baseUri })
  return new SkillsExtension({
    baseUri,
    strict: true,
    cacheHint: anHour,
    source: {
      list: async () => ({ skills: await Promise.all((await answering()).jobs.map(entryOf)) }),
      async get(uri) {
        const job = await jobAt(uri)
        return job && entryOf(job)
      },
      async read(uri) {
        const job = await jobAt(uri)
        return job && { text: skillFile(job), mimeType }
      },
      listResources: async () =>
        catalog.jobs.map((job) => ({
          uri: uriOf(job),
          name: job.name,
          title: job.title,
          description: job.description,
          mimeType,
        })),
    },
  })
}
