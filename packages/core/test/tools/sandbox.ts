import { sandbox } from '@infra-analysis/sandbox'
import {
  type Call,
  type Page,
  type Place,
  type Reply,
  type ResultPage,
  type Source,
  type ToolName,
  tools,
} from '../../src/index.ts'

/** The sample fleet, all of it; the same question is asked once. */
export const place: Place = { source: remembering(sandbox()), scope: {} }

const all = tools()

/** What a tool answers about the sample fleet. */
export async function call(name: ToolName, args: unknown = {}, more: Partial<Call> = {}, among = all): Promise<Reply> {
  const tool = among.find((one) => one.name === name)
  if (!tool) throw new TypeError(`There is no tool ${name}`)
  return tool.call(args, { place, ...more })
}

/** The page of an answer. */
export function pageOf({ result }: Reply): ResultPage {
  if (!result.structuredContent) throw new Error(textOf({ result }))
  return result.structuredContent
}

/** The text of an answer or an error. */
export const textOf = ({ result }: Pick<Reply, 'result'>): string =>
  result.content.map((block) => (block.type === 'text' ? block.text : '')).join('')

function remembering(source: Source): Source {
  const answers = new Map<string, Page[]>()
  return {
    ...source,
    async *query(question) {
      const { engine, kql, scope, window } = question
      const key = JSON.stringify([engine, kql, scope, window])
      const known = answers.get(key)
      if (known) return yield* known
      const pages: Page[] = []
      for await (const page of source.query(question)) {
        pages.push(page)
        yield page
      }
      answers.set(key, pages)
    },
  }
}
