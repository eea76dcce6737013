import type { InfraError } from '../errors.ts'
import type { Mend } from './diagnosis.ts'

/** A command line for a shell, with what it is given in quotes where that is needed. */
export const commandOf = (verb: string, options: Readonly<Record<string, string>>): string =>
  [verb, ...Object.entries(options).map(([name, value]) => `--${name} ${quoted(value)}`)].join(' ')

/** The parts of a machine's ARM id that command lines ask for. */
export function partsOf(machineId: string): { subscription: string; 'resource-group': string; machine: string } {
  const [, , subscription = '', , group = '', , , , machine = ''] = machineId.split('/')
  return { subscription, 'resource-group': group, machine }
}

/** A role that the caller lacks. */
export const roleMend = (role: string, scope: string): Mend => ({
  advice: `Have the role ${role} given to you on ${scope}.`,
  command: commandOf('az role assignment create', { assignee: '<your object id>', role, scope }),
})

/** What gives the right to ask Resource Graph. */
export const readerMend: Mend = roleMend('Reader', '/subscriptions/<subscription id>')

/** What an error says about itself; `denied` is for one about rights. */
export function mendOf({ code, hint }: InfraError, denied: Mend): Mend {
  if (code === 'AccessDenied') return denied
  return code === 'SignInRequired' ? { advice: hint, command: 'az login' } : { advice: hint }
}

function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}
