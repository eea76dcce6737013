import type { Client, Tool } from '@modelcontextprotocol/client'
import { isDeepStrictEqual } from 'node:util'
import type { Patience } from './session.ts'
import { shown } from './shown.ts'
import type { Finding } from './tried.ts'

export type Tools = readonly Tool[]

/** The tools in each era. Throws the client's error. */
export const listsOf = (clients: Readonly<Record<string, Client>>, patience: Patience): Promise<readonly Tools[]> =>
  Promise.all(Object.values(clients).map(async (client) => (await client.listTools(undefined, patience)).tools))

/** Whether clients can use all of the tools, and find the same ones in each era. */
export function judged(lists: readonly Tools[]): Finding {
  const [tools = []] = lists
  if (tools.length === 0) return { state: 'failed', detail: 'None', mend: { advice: 'See what it logs at the start.' } }
  const detail = `${tools.length}, about ${Math.round(JSON.stringify(tools).length / 4)} tokens`
  const unusable = tools.filter(({ name, description }) => !/^[\w-]{1,64}$/.test(name) || !description)
  if (unusable.length > 0) {
    const names = shown(unusable.map(({ name }) => name).join(', '))
    const advice = 'Clients take letters, digits, _ and - in names, and models need descriptions.'
    return { state: 'warning', detail: `${detail}; unusable: ${names}`, mend: { advice } }
  }
  if (!lists.every((list) => isDeepStrictEqual(list, tools))) {
    return {
      state: 'warning',
      detail: `${detail}; others in the other era`,
      mend: { advice: 'Serve the same to all.' },
    }
  }
  return { state: 'ok', detail }
}
