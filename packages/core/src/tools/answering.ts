import type { z } from 'zod'
import type { Analysis } from '../analysis.ts'
import { cancelled } from '../errors.ts'
import { run } from '../run.ts'
import type { Scope } from '../scope.ts'
import { type Asked, readArguments } from './arguments.ts'
import { counting } from './counting.ts'
import { cursorOf, fingerprintOf, positionOf } from './cursor.ts'
import { pageOf } from './page.ts'
import { refusal } from './refusal.ts'
import { resourceUri } from './resource-uri.ts'
import { chosenColumns, type Result, resultOf } from './result.ts'
import type { Results } from './results.ts'
import { narrowed } from './scope.ts'
import { textOf } from './text.ts'
import type { Call, ContentBlock, Outcome, Reply, Tool } from './tool.ts'

/** What answers the calls of a tool. */
interface Answering {
  readonly name: string
  readonly analysis: Analysis
  readonly schema: z.ZodObject
  readonly results: Results
  /** Whether the host hands out whole results, so that an answer may link to its own. */
  readonly hasResources: boolean
}

const expired =
  'asked-again: The result of the pages before is no longer kept, so it was asked again: rows may have moved.'

/** The `call` of a tool. */
export function answering({ name, analysis, schema, results, hasResources }: Answering): Tool['call'] {
  return async (args, call) => {
    let scope = call.place.scope
    try {
      const asked = readArguments(analysis, schema, args)
      scope = narrowed(scope, asked)
      const caller = call.caller ?? ''
      const { input, view, columns } = asked
      const fingerprint = fingerprintOf(name, input, view, columns, scope, caller)
      const begin = asked.cursor ? positionOf(asked.cursor, fingerprint) : { handle: '', offset: 0 }
      const kept = results.find(begin.handle, caller)
      const result = kept ?? (await ask(analysis, asked, scope, call))
      const handle = kept ? begin.handle : results.keep(result, caller)
      const page = pageOf(result, {
        offset: begin.offset,
        limit: asked.limit,
        cursorAt: (offset) => cursorOf({ handle, offset }, fingerprint),
        warnings: asked.cursor && !kept ? [expired] : [],
      })
      const content: ContentBlock[] = [{ type: 'text', text: textOf(page) }]
      if (hasResources && page.nextCursor && results.find(handle, caller)) content.push(linkTo(handle, result))
      return reply({ content, structuredContent: page }, 'ok', scope, result)
    } catch (error) {
      const namesMachines = Object.hasOwn(Object(args), 'machines')
      const { code, result } = refusal(call.signal?.aborted ? cancelled(call.signal) : error, name, namesMachines)
      return { ...reply(result, code, scope), error }
    }
  }
}

async function ask(analysis: Analysis, { input, view, columns }: Asked, scope: Scope, call: Call): Promise<Result> {
  const chosen = chosenColumns(analysis, view, columns)
  const answer = await run(analysis, input, { source: counting(call), scope }, { view, signal: call.signal })
  return resultOf(analysis, answer, chosen)
}

const linkTo = (handle: string, { rows }: Result): ContentBlock => ({
  type: 'resource_link',
  uri: resourceUri.result(handle),
  name: `All ${rows.length} rows`,
  mimeType: 'text/csv',
})

const reply = (result: Reply['result'], code: Outcome['code'], scope: Scope, whole?: Result): Reply => ({
  result,
  outcome: { code, rows: whole?.rows.length ?? 0, complete: whole?.answer.complete ?? false, scope },
  answer: whole?.answer,
})
