import { app } from '@azure/functions'
import { tools } from '@infra-analysis/core'
import { logTo, withinInvocation } from './audit/log.ts'
import type { Callable } from './callable.ts'
import { wallClock } from './clock.ts'
import { registerHealth } from './health.ts'
import { hostOf } from './host.ts'
import { registerTransport } from './http/transport.ts'
import { pipelineOf } from './pipeline.ts'
import { register } from './register.ts'
import { settingsOf } from './settings.ts'
import { blobStore, containerOf } from './store.ts'
import { registerTriggers } from './triggers/index.ts'

const settings = settingsOf(process.env)
const analyses = tools()
const reported: Callable[] = analyses.map((tool) => ({ ...tool, owner: `analysis '${tool.analysis.id}'` }))
// Durable Functions is loaded for those only who use it
const durable = settings.workflows.length > 0 ? await import('./workflows/index.ts') : undefined
const workflows = durable?.workflowsOf(settings, analyses) ?? []
const callables = [...reported, ...(durable?.toolsOf(workflows, settings, wallClock) ?? [])]
const log = logTo((line) => process.stdout.write(line))
const host = hostOf({ settings, callables, clock: wallClock, log })
const answer = pipelineOf(host)

app.hook.preInvocation(withinInvocation)
for (const callable of host.callables.values()) register(callable, settings, answer)
registerHealth(host)
if (settings.httpTransport) registerTransport(host, answer)
const means = { host, answer, store: blobStore(containerOf(settings)) }
registerTriggers(means, reported)
durable?.registerWorkflows(workflows, means)
