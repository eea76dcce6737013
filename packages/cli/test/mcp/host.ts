import { annotations, analysisOf, type Place, type Reply, type Tool } from '@infra-analysis/core'
import { sandbox } from '@infra-analysis/sandbox'
import { answering } from '../../src/mcp/answering.ts'
import type { Host } from '../../src/mcp/host.ts'
import { noLog } from '../../src/mcp/session-log.ts'
import { once } from 'node:events'
import { catalogOf } from './catalog.ts'

const fleet: Place = { source: sandbox({ machines: 60 }), scope: {} }

/** What a test adds or replaces. */
interface More extends Partial<Pick<Host, 'place' | 'log' | 'version'>> {
  readonly tools?: readonly Tool[]
}

/** The real tools over a small sample fleet, and with them what a test adds or replaces. */
export function host({ tools, ...more }: More = {}): Host {
  const core = answering()
  const given = { ...core, tools: tools ?? core.tools }
  return {
    version: '0.0.0',
    catalog: catalogOf(given.tools, given.jobs),
    answering: () => Promise.resolve(given),
    place: () => Promise.resolve(fleet),
    log: noLog,
    ...more,
  }
}

/** A tool that does what a test wants. */
export const toolThat = (call: Tool['call'], name = 'get_made_by_hand'): Tool => ({
  name,
  title: 'Made by hand',
  description: 'Does what a test wants.',
  inputSchema: { type: 'object', properties: {} },
  outputSchema: { type: 'object', properties: {} },
  annotations,
  analysis: analysisOf('patching-level'),
  call,
})

/** An answer without rows. */
export const nothing: Reply = {
  result: {
    content: [{ type: 'text', text: 'Nothing.' }],
    structuredContent: { summary: 'Nothing.', columns: [], rows: [], coverage: {}, warnings: [], evidence: {} },
  },
  outcome: { code: 'ok', rows: 0, complete: true, scope: {} },
}

/** A tool that answers only when its call is cancelled, and how far it has come. */
export function waitingTool(): {
  readonly tool: Tool
  readonly started: Promise<void>
  readonly stopped: Promise<void>
} {
  const [started, stopped] = [gate(), gate()]
  const tool = toolThat(async (_, { signal }) => {
    started.open()
    if (signal && !signal.aborted) await once(signal, 'abort')
    stopped.open()
    return nothing
  })
  return { tool, started: started.opened, stopped: stopped.opened }
}

function gate() {
  let open = (): void => undefined
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { opened, open: () => open() }
}
