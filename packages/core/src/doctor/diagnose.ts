import { catalog } from '../analyses/index.ts'
import { directoryOf, machinesQuery } from '../directory.ts'
import { tagOf } from '../input.ts'
import type { Place } from '../prepare.ts'
import { accessChecks, subscriptionsQuery } from './access.ts'
import { attempt, rowsOf } from './attempt.ts'
import type { Diagnosis } from './diagnosis.ts'
import { extensionCheck, extensionNames, extensionsQuery } from './extensions.ts'
import { feeds } from './feeds.ts'
import { machineChecks } from './machines.ts'
import { fillers, tableCheck } from './tables.ts'
import { skipped } from './unanswered.ts'
import { gravest, verdictOf } from './verdicts.ts'
import { workspaceCheck } from './workspace.ts'

/** The values of the queries about machines, without a filter. */
const every = { machineIds: [], resourceGroups: [], locations: [], osTypes: [], sites: [], ...tagOf('') }

/** Finds out for each analysis whether it can run at a place, and what mends it. Throws InfraError for a defect or an interrupt. */
export async function diagnose(
  { source, scope }: Place,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<Diagnosis> {
  const asking = { source, scope, signal, values: every }
  const [signIn, subscriptions] = accessChecks(await attempt(subscriptionsQuery, asking), scope)
  const isSignedIn = signIn.state === 'ok'
  const isVisible = isSignedIn && subscriptions.state !== 'failed'
  const [machines, extensions, workspace] = await Promise.all([
    isVisible ? attempt(machinesQuery, asking) : undefined,
    isVisible ? attempt(extensionsQuery, asking) : undefined,
    isSignedIn ? workspaceCheck(asking) : skipped('workspace'),
  ])
  const isOpen = { 'resource-graph': isVisible, 'log-analytics': workspace.state === 'ok' }
  const asked = feeds.filter(({ query }) => isOpen[query.engine])
  const answers = new Map(
    await Promise.all(asked.map(async (feed) => [feed.name, await fillers(feed, asking)] as const)),
  )
  const directory = directoryOf(rowsOf(machines))
  const known = { asOf: source.now(), directory, extensions: rowsOf(extensions), answers }
  const checks = [
    signIn,
    subscriptions,
    ...machineChecks(machines),
    ...extensionNames.map((name) => extensionCheck(name, extensions, directory.find)),
    workspace,
    ...feeds.map((feed) => {
      const answer = answers.get(feed.name)
      return answer ? tableCheck(feed, answer, known) : skipped(feed.name)
    }),
  ]
  const verdicts = catalog.map((analysis) => verdictOf(analysis, checks))
  const code = gravest(verdicts.map((verdict) => verdict.code))
  return { asOf: known.asOf.toISOString(), source: source.name, checks, verdicts, ...(code && { code }) }
}
