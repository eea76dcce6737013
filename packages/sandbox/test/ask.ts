import type { Page, Question, Source } from '@infra-analysis/core'
import { clock, sandbox, type SandboxOptions } from '../src/index.ts'
import { records, type Row } from './records.ts'

type Rest = Partial<Question>

/** The rows that the sandbox answers to a Resource Graph query, by column name. */
export const ask = async (kql: string, options: SandboxOptions = {}, rest: Rest = {}): Promise<Row[]> =>
  (await pagesOf({ engine: 'resource-graph', kql, scope: {}, ...rest }, options)).flatMap(records)

/** The rows that the sandbox answers to a Log Analytics query, by column name. */
export const askLogs = async (kql: string, options: SandboxOptions = {}, rest: Rest = {}): Promise<Row[]> =>
  (await pagesOf({ engine: 'log-analytics', kql, scope: {}, ...rest }, options)).flatMap(records)

/** The last so many days before the clock. */
export const days = (count: number): { from: Date; to: Date } => ({
  from: new Date(clock.getTime() - count * 86_400_000),
  to: clock,
})

/** All pages of an answer. */
export async function pagesOf(question: Question, options: SandboxOptions = {}): Promise<Page[]> {
  const pages: Page[] = []
  for await (const page of sourceOf(options).query(question)) pages.push(page)
  return pages
}

const sources = new Map<string, Source>()

function sourceOf(options: SandboxOptions): Source {
  if (options.change) return sandbox(options)
  const key = JSON.stringify(options)
  const source = sources.get(key) ?? sandbox(options)
  sources.set(key, source)
  return source
}
