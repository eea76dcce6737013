import { z } from 'zod'
import type { Asking } from '../read.ts'
import { text } from '../columns.ts'
import { kqlFile } from '../kql/file.ts'
import { logAnalytics } from '../kql/query.ts'
import { counted } from '../wording.ts'
import { attempt } from './attempt.ts'
import type { Check, Mend } from './diagnosis.ts'
import { mendOf, roleMend } from './mend.ts'
import { named } from './named.ts'

/** A question that every workspace can answer. */
export const workspaceQuery = logAnalytics(
  'workspace',
  kqlFile(import.meta.url, 'workspace.kql'),
  z.object({ answerId: text('Not empty') }),
)

const name = 'workspace'

/** Whether every workspace in scope answers: one that does not fails the questions to all. */
export async function workspaceCheck(asking: Asking): Promise<Check> {
  const { workspaces = [] } = asking.scope
  // Without a name, the source says whether it needs one.
  const asked = workspaces.length > 0 ? workspaces : [undefined]
  const answers = await Promise.all(
    asked.map(async (id) => {
      const scope = { workspaces: id === undefined ? [] : [id] }
      return { id, answer: await attempt(workspaceQuery, { ...asking, scope }) }
    }),
  )
  const refusals = answers.flatMap(({ id, answer }) => ('error' in answer ? [{ id, error: answer.error }] : []))
  const [first] = refusals
  if (!first) {
    const detail = workspaces.length > 0 ? `Log Analytics answers for ${named(workspaces)}.` : 'Log Analytics answers.'
    return { name, state: 'ok', detail }
  }
  const { code, message } = first.error
  const others = refusals.length > 1 ? ` ${counted(refusals.length - 1, 'other')} of the workspaces fail too.` : ''
  const mend = code === 'InvalidInput' ? findIt : mendOf(first.error, readerOf(first.id))
  return { name, state: 'failed', detail: `${message}.${others}`, mend, code }
}

const findIt: Mend = {
  advice: 'Give the id of a workspace with --workspace; this lists them.',
  command: "az monitor log-analytics workspace list --query '[].{name:name, id:customerId}' --output table",
}

function readerOf(id = '<workspace id>'): Mend {
  if (id.startsWith('/')) return roleMend('Log Analytics Reader', id)
  const { command = '' } = roleMend('Log Analytics Reader', '<resource id of the workspace>')
  return { advice: `Have the role Log Analytics Reader given to you on the workspace ${id}.`, command }
}
