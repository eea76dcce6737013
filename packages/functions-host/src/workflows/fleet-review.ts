import type { Tool } from '@infra-analysis/core'
import { z } from 'zod'
import { places } from './where.ts'
import type { Workflow } from './workflow.ts'

/** Every analysis, over everything that can be seen. */
export const fleetReview = (tools: readonly Tool[]): Workflow => ({
  name: 'fleet_review',
  title: 'Review the whole fleet',
  description:
    'Review all servers and SQL instances of many subscriptions and workspaces at once: inventory, support dates, patches, best practices, software and anomalies. Use this when someone asks for a report, a health check or a review of the whole estate. It can take minutes and stores a report; for a question about some servers, call the tools themselves.',
  input: z.strictObject(places),
  questions: () =>
    tools.map(({ analysis, name, title }) => ({
      title,
      tool: name,
      args: {},
      reach: analysis.engine === 'resource-graph' ? 'each subscription' : 'all workspaces',
    })),
})
