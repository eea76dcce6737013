import type { Machine } from '../../machines/machine.ts'

/** Who a log row comes from, as the tables say it: the id in lower case, and absent where the agent does not know it. */
export const reporter = (machine: Machine, computer: string = fqdnOf(machine)): Readonly<Record<string, unknown>> => ({
  Computer: computer,
  _ResourceId: resourceIdOf(machine),
  _SubscriptionId: machine.quirks.withoutResourceId ? '' : machine.subscriptionId,
})

/** The column `_ResourceId` of a machine's rows. */
const resourceIdOf = ({ id, quirks }: Machine): string => (quirks.withoutResourceId ? '' : id.toLowerCase())

/** The name as the monitoring agent sends it: in full on Windows, short on machines outside a domain. */
export const fqdnOf = ({ computerName, domain }: Machine): string =>
  domain === 'unknown' ? computerName : `${computerName}.${domain}`

/** The name as the inventory sends it, which differs from one machine to the next. */
export function inventoryName(machine: Machine): string {
  switch (machine.quirks.computer) {
    case 'fqdn':
      return fqdnOf(machine)
    case 'short':
      return machine.computerName
    case 'lower':
      return fqdnOf(machine).toLowerCase()
  }
}
