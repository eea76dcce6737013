import type { InvocationContext } from '@azure/functions'
import type { Means } from '../means.ts'
import { isPassing } from '../passing.ts'
import { sectionOf } from '../report/section.ts'
import type { Part } from './parts.ts'
import type { PartSection } from './part-section.ts'
import { type Run, stored } from './run.ts'
import type { Attested } from './started.ts'

/** What a part is done with. */
export interface PartInput {
  readonly run: Run
  readonly who: Attested
  readonly part: Part
}

/** Asks the questions of a part and stores what they bring, under the same name each time. Throws when another try is worth it. */
export const partActivity =
  ({ answer, store }: Means) =>
  async ({ part, run, who }: PartInput, { invocationId, traceContext }: InvocationContext): Promise<void> => {
    const sections: PartSection[] = []
    for (const { args, title, tool } of part.questions) {
      const traceparent = traceContext?.traceParent
      const asked = { ...args, limit: 1 }
      const reply = await answer({ tool, args: asked, caller: who, invocationId, traceparent, via: 'workflow' })
      sections.push({ ...sectionOf(title, reply), rows: reply.outcome.rows })
    }
    await store.put(stored.part(run, part.key), JSON.stringify(sections), 'application/json')
    const passing = sections.find(({ code }) => isPassing[code])
    if (passing) throw new Error(`${part.key}: ${passing.code}, worth another try`)
  }
