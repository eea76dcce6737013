import type { Check } from '@infra-analysis/core'
import { called } from './call.ts'
import { count } from './count.ts'
import { openEras } from './eras.ts'
import { protection } from './protection.ts'
import { judged, listsOf, type Tools } from './tools.ts'
import { tried, type Visit } from './tried.ts'

/** Everything that a client needs of a server, in the order in which it needs it; where no session opens the rest is skipped. */
export async function checksOf(visit: Visit, wanted: string | undefined): Promise<readonly Check[]> {
  const { clients, checks } = await openEras(visit)
  const { modern, legacy } = clients
  const client = modern ?? legacy
  if (!client) return [...checks, ...skipped]
  const { patience } = visit
  const { prompts, resources } = client.getServerCapabilities() ?? {}
  let lists: readonly Tools[] = []
  try {
    return [
      ...checks,
      await tried('protection', visit, () => protection(visit)),
      await tried('tools', visit, async () => judged((lists = await listsOf(clients, patience)))),
      await tried('call', visit, () => called({ client, tools: lists[0] ?? [], wanted, patience })),
      await tried('prompts', visit, () =>
        count(prompts, async () => (await client.listPrompts(undefined, patience)).prompts),
      ),
      await tried('resources', visit, () =>
        count(resources, async () => (await client.listResources(undefined, patience)).resources),
      ),
    ]
  } finally {
    await Promise.all([modern?.close(), legacy?.close()])
  }
}

const skipped = ['protection', 'tools', 'call', 'prompts', 'resources'].map((name): Check => ({
  name,
  state: 'skipped',
  detail: 'No session opened',
}))
