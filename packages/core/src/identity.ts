import { type Machine, shortName } from './directory.ts'
import { type InfraError, invalid } from './errors.ts'
import { didYouMean } from './nearest.ts'

/** True for what can only be an ARM id: such ids need no look-up. */
export const isMachineId = (wanted: string): boolean => wanted.startsWith('/')

/**
 * The ids of the machines that are meant: by ARM id, FQDN, host name, ARM name or unique short name, in this order, ignoring case.
 * Throws InvalidInput for a name that nobody has, and for one that several machines share.
 */
export function resolveMachines(wanted: readonly string[], machines: readonly Machine[]): readonly string[] {
  return [...new Set(wanted.map((name) => resolveMachine(name, machines)))]
}

function resolveMachine(wanted: string, machines: readonly Machine[]): string {
  const name = wanted.toLowerCase()
  if (isMachineId(name)) return name
  for (const nameOf of namings) {
    const found = machines.filter((machine) => nameOf(machine).toLowerCase() === name)
    if (found.length > 1) throw ambiguous(wanted, found)
    if (found[0]) return found[0].machineId
  }
  throw unknown(wanted, machines)
}

const namings: readonly ((machine: Machine) => string)[] = [
  ({ fqdn }) => fqdn,
  ({ computerName }) => computerName,
  ({ name }) => name,
  ({ fqdn, name }) => shortName(fqdn || name),
]

const ambiguous = (wanted: string, found: readonly Machine[]): InfraError =>
  invalid(
    `${found.length} machines are called '${wanted}'`,
    `Give one of: ${found.map(({ fqdn, machineId }) => plain(fqdn || machineId)).join(', ')}.`,
  )

function unknown(wanted: string, machines: readonly Machine[]): InfraError {
  const names = machines.map(({ name }) => plain(name))
  const some = names.length > 10 ? `${names.slice(0, 10).join(', ')} and ${names.length - 10} more` : names.join(', ')
  return invalid(
    `No machine in scope is called '${wanted}'.${didYouMean(wanted, names)}`,
    names.length
      ? `Machines in scope: ${some}.`
      : 'No machine is visible in this scope: check the scope and your rights.',
  )
}

/** A machine may call itself anything: what host names and ids are made of is all that gets into a message. */
const plain = (name: string): string => name.replaceAll(/[^\w./()-]/g, '')
