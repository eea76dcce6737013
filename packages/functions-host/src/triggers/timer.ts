import { app, type InvocationContext, type Timer } from '@azure/functions'
import type { Callable } from '../callable.ts'
import { triggerCaller } from '../identity/caller.ts'
import { reportPage } from '../report/page.ts'
import { reportOf, type Section, sectionOf } from '../report/section.ts'
import type { Means } from '../means.ts'

/** Registers the report that comes by schedule. */
export function registerTimer(means: Means, reported: readonly Callable[]): void {
  app.timer('report-timer', { schedule: '%INFRA_REPORT_SCHEDULE%', handler: timerHandler(means, reported) })
}

/** Asks every tool that is reported and stores their answers as a page and as JSON, once for each time that is due. */
export const timerHandler =
  ({ answer, host, store }: Means, reported: readonly Callable[]) =>
  async ({ isPastDue, scheduleStatus }: Timer, { invocationId, traceContext }: InvocationContext): Promise<void> => {
    const dueAt = dueAtOf(scheduleStatus, host.clock.now())
    const name = `reports/${dueAt.slice(0, 10)}/${dueAt.slice(11, 19).replaceAll(':', '')}Z`
    if (isPastDue) host.log.warn({ dueAt }, 'the report is past due')
    if ((await store.get(`${name}.json`)) !== undefined) {
      host.log.warn({ dueAt }, 'the report is there already')
      return
    }
    const sections: Section[] = []
    for (const { name: tool, title } of reported) {
      const request = { tool, args: { limit: 1 }, caller: triggerCaller, invocationId, via: 'timer' } as const
      const reply = await answer({ ...request, traceparent: traceContext?.traceParent })
      sections.push(sectionOf(title, reply))
    }
    const report = reportOf(new Date(host.clock.now()).toISOString(), sections)
    await store.put(`${name}.html`, reportPage(report), 'text/html')
    // the last, since it says that the report is done
    await store.put(`${name}.json`, JSON.stringify(report), 'application/json')
    host.log.info({ report: name, complete: report.complete }, 'report')
  }

const slackMs = 60_000

/** The time for which the host calls, which is the same however often it does; a call by hand comes before its time, and has its own. */
function dueAtOf(status: Timer['scheduleStatus'] | undefined, now: number): string {
  const next = Date.parse(status?.next ?? '')
  return new Date(next <= now + slackMs ? next : now).toISOString()
}
