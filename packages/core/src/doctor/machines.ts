import { isDown, type Machine, type machinesQuery } from '../directory.ts'
import { counted, verb } from '../wording.ts'
import { type Attempt, rowsOf } from './attempt.ts'
import type { Check } from './diagnosis.ts'
import { readerMend } from './mend.ts'
import { named } from './named.ts'
import { skipped, unanswered } from './unanswered.ts'

/** Whether machines can be seen, and whether the Arc agents on them report. */
export function machineChecks(answer: Attempt<typeof machinesQuery.row> | undefined): readonly Check[] {
  if (!answer) return [skipped('machines'), skipped('Arc agent')]
  const trouble = unanswered('machines', answer, readerMend)
  if (trouble) return [trouble, skipped('Arc agent')]
  const machines = rowsOf(answer)
  if (machines.length === 0) return [noMachine, skipped('Arc agent')]
  const detail = `${counted(machines.length, 'machine')} in scope.`
  return [{ name: 'machines', state: 'ok', detail, machines: machines.length }, agentCheck(machines)]
}

const noMachine: Check = {
  name: 'machines',
  state: 'failed',
  detail: 'No machine can be seen in scope.',
  machines: 0,
  mend: {
    advice: 'Name the subscriptions that have machines, or connect machines to Azure Arc.',
    command: 'az account list --output table',
  },
  code: 'Incomplete',
}

function agentCheck(machines: readonly Machine[]): Check {
  const arc = machines.filter(({ machineId }) => machineId.includes('/microsoft.hybridcompute/'))
  const down = arc.filter(({ agentStatus }) => isDown(agentStatus))
  const check = { name: 'Arc agent', machines: arc.length - down.length }
  if (down.length === 0) return { ...check, state: 'ok', detail: `${counted(arc.length, 'agent')} connected.` }
  return {
    ...check,
    state: 'warning',
    detail: `${down.length} of ${counted(arc.length, 'machine')} ${verb(down.length, 'is', 'are')} not connected: ${named(down.map(({ name }) => name))}.`,
    mend: { advice: 'Nothing new comes from them. On the machine, this says why.', command: 'azcmagent check' },
  }
}
