import type { Warning } from './answer.ts'
import { ask } from './ask.ts'
import { aliasOf, type Directory, directoryOf, machinesQuery } from './directory.ts'
import { InfraError } from './errors.ts'
import { isMachineId, resolveMachines } from './identity.ts'
import { tagOf } from './input.ts'
import { declared } from './kql/declared.ts'
import type { Query } from './kql/query.ts'
import type { Asking } from './read.ts'

/** Which machines a question is about. */
export interface Selection {
  /** Lower-cased ARM ids, and what logs call these machines when they lack the id; empty for all. */
  readonly machineIds: readonly string[]
  readonly directory: Directory
  readonly warnings: readonly Warning[]
}

interface Filters {
  readonly machines?: readonly string[]
  readonly resourceGroups?: readonly string[]
  readonly locations?: readonly string[]
  readonly tag?: string
  readonly osTypes?: readonly string[]
  readonly sites?: readonly string[]
}

const everywhere: Selection = { machineIds: [], directory: directoryOf([]), warnings: [] }

/** Machines by name, for a store that filters by itself: only names have to be looked up. */
export async function selectByName({ machines = [] }: Filters, asking: Asking): Promise<Selection> {
  if (machines.every(isMachineId)) return { ...everywhere, machineIds: machines.map((id) => id.toLowerCase()) }
  const { rows } = await ask(machinesQuery, { ...asking, values: parametersOf({}) })
  return { ...everywhere, machineIds: resolveMachines(machines, rows), directory: directoryOf(rows) }
}

/**
 * Machines by all filters, for a store of logs, which knows neither tags nor sites nor machines without data.
 * A name is looked up among all machines, so that a wrong name is told from one that another filter leaves out.
 */
export async function selectByFilters(filters: Filters, asking: Asking): Promise<Selection> {
  const { machines: wanted = [], ...others } = filters
  const values = parametersOf(others)
  const isFiltered = Object.values(values).some((value) => value.length > 0)
  try {
    const { rows } = await ask(machinesQuery, { ...asking, values })
    if (wanted.length === 0)
      return { directory: directoryOf(rows), machineIds: isFiltered ? namesOf(directoryOf(rows)) : [], warnings: [] }
    const { rows: all } = isFiltered ? await ask(machinesQuery, { ...asking, values: parametersOf({}) }) : { rows }
    const ids = new Set(resolveMachines(wanted, all))
    const directory = directoryOf(rows.filter(({ machineId }) => ids.has(machineId)))
    return { directory, machineIds: namesOf(directory), warnings: [] }
  } catch (error) {
    const isAllById = !isFiltered && wanted.every(isMachineId)
    if (!(error instanceof InfraError && error.code === 'AccessDenied' && isAllById)) throw error
    return { ...everywhere, machineIds: wanted.map((id) => id.toLowerCase()), warnings: [unknownMachines] }
  }
}

function parametersOf({ resourceGroups = [], locations = [], tag = '', osTypes = [], sites = [] }: Filters) {
  return { resourceGroups, locations, ...tagOf(tag), osTypes, sites }
}

/** Whether a query cannot filter by something that is given, so that it has to be told the machines. */
export function lacksFilter({ kql }: Query, filters: Filters): boolean {
  const known = declared(kql)
  return Object.entries(parametersOf(filters)).some(([name, value]) => value.length > 0 && !known.has(name))
}

/** The machines of a selection in parts of at most `size` machines, if it is known which they are. */
export function batches({ machineIds, directory }: Selection, size = Infinity): readonly (readonly string[])[] {
  if (directory.machines.length <= size) return [machineIds]
  const parts = Array.from({ length: Math.ceil(directory.machines.length / size) }, (_, i) =>
    directory.machines.slice(i * size, (i + 1) * size),
  )
  return parts.map((machines) => namesOf({ ...directory, machines }))
}

/** No machine at all has to be told from all machines. */
const nobody = ['computer:']

function namesOf({ machines, find }: Directory): readonly string[] {
  const names = machines.flatMap((machine) => {
    const alias = aliasOf(machine)
    return find(alias) === machine ? [machine.machineId, alias] : [machine.machineId]
  })
  return names.length > 0 ? names : nobody
}

const unknownMachines: Warning = {
  code: 'machines-unknown',
  message: 'Resource Graph may not be read, so sites, names and machines without data are unknown',
  hint: 'Ask for the role Reader on the subscriptions of the machines.',
}
