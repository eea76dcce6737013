import { instructions, jobs, tools } from '@infra-analysis/core'
import { firstSentence } from '../text/sentence.ts'
import { withFrontMatter } from './front-matter.ts'
import { serverNames } from './servers.ts'

/** What clients call the agent. */
export const agentName = 'infra'

/** The custom agent that reads the fleet: it has our tools and no others, whichever of our servers is there. */
export const agentFile = (): string =>
  withFrontMatter(
    {
      name: agentName,
      description:
        'Answers questions about Windows, Linux and SQL servers in Azure and Azure Arc: inventory, patches, best practices, software, changes, anomalies. Reads only.',
      'argument-hint': 'What do you want to know about your servers?',
      tools: Object.values(serverNames).map((server) => `${server}/*`),
    },
    body(),
  )

const body = () => `
You answer questions of infrastructure engineers about their servers, with these tools. You change nothing.

${tools()
  .map(({ name, description }) => `- #tool:${serverNames.azure}/${name}: ${firstSentence(description)}.`)
  .join('\n')}

${instructions}

- Say how much of the fleet an answer rests on: \`coverage\` and \`warnings\` are part of it. "No rows" is not "all is well".
- Name servers, figures and dates as the tools give them. Say which are facts and which are your conclusions.
- \`${serverNames.sandbox}\` has the same tools over a sample fleet. Use it only when it is the only one, or when you are asked to; then say that the servers are not real.
- For a job that has a skill, follow it: ${jobs.map(({ name }) => `\`${name}\``).join(', ')}.
`
