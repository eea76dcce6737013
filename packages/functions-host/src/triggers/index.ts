import type { Callable } from '../callable.ts'
import { registerEventHub } from './event-hub.ts'
import { registerHttp } from './http.ts'
import type { Means } from '../means.ts'
import { registerQueue } from './queue.ts'
import { registerTimer } from './timer.ts'

/** Registers the ways in that the settings open; the timer reports on these tools. */
export function registerTriggers(means: Means, reported: readonly Callable[]): void {
  const { eventHub, http, queue, reportSchedule } = means.host.settings.triggers
  if (http) registerHttp(means.host, means.answer)
  if (queue) registerQueue(means)
  if (eventHub) registerEventHub(means)
  if (reportSchedule) registerTimer(means, reported)
}
