import type { Finding } from './tried.ts'

/** How many the server has of what need not be there. */
export async function count(capability: unknown, list: () => Promise<readonly unknown[]>): Promise<Finding> {
  if (!capability) return { state: 'skipped', detail: 'None' }
  return { state: 'ok', detail: String((await list()).length) }
}
