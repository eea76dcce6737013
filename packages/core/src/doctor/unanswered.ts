import type { z } from 'zod'
import type { Attempt } from './attempt.ts'
import type { Check, Mend } from './diagnosis.ts'
import { mendOf } from './mend.ts'

/** The check of something that cannot be looked at because an earlier check failed. */
export const skipped = (name: string): Check => ({ name, state: 'skipped', detail: 'Cannot be told.' })

/**
 * The check of something whose question failed or was answered in part; undefined when the answer is whole. `denied` mends a lack of
 * rights. Subscriptions that are left out have a check of their own.
 */
export function unanswered(name: string, answer: Attempt<z.ZodObject>, denied: Mend): Check | undefined {
  if ('error' in answer) {
    const { code, message } = answer.error
    return { name, state: 'failed', detail: `${message}.`, mend: mendOf(answer.error, denied), code }
  }
  const gap = answer.gaps.find(({ code }) => code !== 'subscriptions-skipped')
  return gap && { name, state: 'warning', detail: gap.message, mend: { advice: gap.hint }, code: 'Incomplete' }
}
