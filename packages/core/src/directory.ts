import { z } from 'zod'
import { text } from './columns.ts'
import { kqlFile } from './kql/file.ts'
import { resourceGraph } from './kql/query.ts'

/** Every machine in scope with its names and its place. */
export const machinesQuery = resourceGraph(
  'machines',
  kqlFile(import.meta.url, 'machines.kql'),
  z.object({
    machineId: text('Lower-cased ARM id'),
    name: text('ARM name'),
    computerName: text('Host name that the operating system reports'),
    fqdn: text('Fully qualified domain name, lower case'),
    osType: text('Windows, Linux or Unknown'),
    agentStatus: text('Status of the Arc agent, or power state of an Azure machine'),
    site: text('Site, from the tag Datacenter, Site or City'),
    location: text('Azure region'),
    resourceGroup: text('Resource group, lower case'),
    subscriptionId: text('Subscription id'),
  }),
)

/** A machine: its id, which is its identity everywhere, the names that people know it by, and its place. */
export type Machine = z.output<typeof machinesQuery.row>

/** The machines that an answer is about. */
export interface Directory {
  readonly machines: readonly Machine[]
  /** The machine that a store means by an ARM id in any case, or by `computer:<short name>` if one machine only has that name. */
  readonly find: (id: string) => Machine | undefined
}

export function directoryOf(machines: readonly Machine[]): Directory {
  const known = new Map(machines.map((machine) => [machine.machineId, machine]))
  const named = new Map<string, Machine | undefined>()
  for (const machine of machines) named.set(aliasOf(machine), named.has(aliasOf(machine)) ? undefined : machine)
  for (const [alias, machine] of named) if (machine) known.set(alias, machine)
  return { machines, find: (id) => known.get(id.toLowerCase()) }
}

/** What a log calls a machine when it lacks its ARM id. */
export const aliasOf = ({ computerName }: Machine): string => `computer:${shortName(computerName)}`

/** The host name without its domain, lower case. */
export const shortName = (name: string): string => (name.split('.', 1)[0] ?? '').toLowerCase()

/** A machine as rows name it. */
export interface Placed {
  readonly machineId: string
  readonly machine: string
  readonly site: string
}

/** The machine that a log's row is about, by its id and name in Azure as far as these are known, else as the log calls it. */
export function placeOf(machineId: string, loggedName: string, { find }: Directory): Placed {
  const known = find(machineId)
  return { machineId: known?.machineId ?? machineId, machine: known?.name ?? loggedName, site: known?.site ?? '' }
}

/** Whether a machine's agent or power state says that nothing can come from it. */
export const isDown = (agentStatus: string): boolean => !['', 'Connected', 'VM running'].includes(agentStatus)

/** A log's row with the machine that it is about in the place of the computer that logged. */
export function placed<Row extends { readonly machineId: string; readonly computer: string }>(
  { computer, ...row }: Row,
  directory: Directory,
): Omit<Row, 'computer'> & Placed {
  return { ...row, ...placeOf(row.machineId, computer, directory) }
}
