import type { Job } from '@infra-analysis/core'
import { ProtocolError, ProtocolErrorCode, type McpServer } from '@modelcontextprotocol/server'
import { advertised } from './schema.ts'

type Arguments = Readonly<Record<string, string>>

/** Registers a prompt for each job. */
export function addPrompts(server: McpServer, jobs: readonly Job[]): void {
  for (const job of jobs) {
    const { name, title, description } = job
    const argsSchema = advertised<Arguments>(argumentsOf(job))
    server.registerPrompt(name, { title, description, argsSchema }, (args) => {
      requireAll(job, args)
      return { description, messages: [{ role: 'user', content: { type: 'text', text: job.render(args) } }] }
    })
  }
}

function requireAll(job: Job, args: Arguments): void {
  const missing = job.arguments.find(({ name, required }) => required && !args[name])
  if (!missing) return
  const message = `The prompt ${job.name} needs the argument '${missing.name}': ${missing.description}`
  throw new ProtocolError(ProtocolErrorCode.InvalidParams, message)
}

const argumentsOf = (job: Job) => ({
  type: 'object',
  properties: Object.fromEntries(job.arguments.map(({ name, description }) => [name, { type: 'string', description }])),
  required: job.arguments.filter(({ required }) => required).map(({ name }) => name),
})
