import { advertised } from '@infra-analysis/core/binding'
import { ProtocolError, ProtocolErrorCode, type McpServer } from '@modelcontextprotocol/server'
import type { ListedJob } from './catalog.ts'
import { type Host, named } from './host.ts'

type Arguments = Readonly<Record<string, string>>

/** Registers a prompt for each job. */
export function addPrompts(server: McpServer, { answering, catalog }: Host): void {
  for (const job of catalog.jobs) {
    const { name, title, description } = job
    const argsSchema = advertised<Arguments>(argumentsOf(job))
    server.registerPrompt(name, { title, description, argsSchema }, async (args) => {
      requireAll(job, args)
      const text = named((await answering()).jobs, name).render(args)
      return { description, messages: [{ role: 'user', content: { type: 'text', text } }] }
    })
  }
}

function requireAll(job: ListedJob, args: Arguments): void {
  const missing = job.arguments.find(({ name, required }) => required && !args[name])
  if (!missing) return
  const message = `The prompt ${job.name} needs the argument '${missing.name}': ${missing.description}`
  throw new ProtocolError(ProtocolErrorCode.InvalidParams, message)
}

const argumentsOf = (job: ListedJob) => ({
  type: 'object',
  properties: Object.fromEntries(job.arguments.map(({ name, description }) => [name, { type: 'string', description }])),
  required: job.arguments.filter(({ required }) => required).map(({ name }) => name),
})
