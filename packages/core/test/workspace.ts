import { evaluate } from '@infra-analysis/kql'
import { columnsOf } from '../src/columns.ts'
import { machinesQuery } from '../src/directory.ts'
import { InfraError, type Source, tables, type Window } from '../src/index.ts'
import { clock } from './clock.ts'

/** A row of a table by its columns; those that it lacks are blank. */
export type Cells = Readonly<Record<string, unknown>>

export const hoursAgo = (hours: number): string => new Date(clock.getTime() - hours * 3_600_000).toISOString()

export const idOf = (name: string): string =>
  `/subscriptions/s/resourcegroups/rg/providers/microsoft.hybridcompute/machines/${name}`

/** What a log says about the machine that it is from. */
export const from = (name: string): Cells => ({ Computer: `${name}.contoso.com`, _ResourceId: idOf(name) })

/** A machine as Resource Graph knows it. */
export const machine = (name: string, agentStatus = 'Connected'): Cells => ({
  machineId: idOf(name),
  name: name.toUpperCase(),
  computerName: name.toUpperCase(),
  fqdn: `${name}.contoso.com`,
  osType: 'Windows',
  agentStatus,
  site: 'Utrecht',
  location: 'westeurope',
  resourceGroup: 'rg',
  subscriptionId: 's',
})

/** An entry of an inventory. */
export const entry = (name: string, hours: number, software: string, version: string, more: Cells = {}): Cells => ({
  ...from(name),
  TimeGenerated: hoursAgo(hours),
  ConfigDataType: 'Software',
  SoftwareType: 'Application',
  SoftwareName: software,
  CurrentVersion: version,
  ...more,
})

/** A recorded change of software. */
export const recorded = (
  name: string,
  hours: number,
  category: string,
  software: string,
  previous: string,
  current: string,
): Cells => ({
  ...from(name),
  TimeGenerated: hoursAgo(hours),
  ConfigChangeType: 'Software',
  ChangeCategory: category,
  SoftwareType: 'Application',
  SoftwareName: software,
  Previous: previous,
  Current: current,
})

/** A workspace with these inventories and changes, and the machines that Resource Graph knows. */
export const workspace = (
  inventory: readonly Cells[],
  changes: readonly Cells[] = [],
  machines: readonly Cells[] = [machine('srv1')],
): Source => withLogs({ ConfigurationData: inventory, ConfigurationChange: changes }, knowing(machines))

/** The source with these rows as its logs, in tables that lack some columns. */
export const withLogs = (
  logs: Readonly<Record<string, readonly Cells[]>>,
  fleet: Source,
  lacking: readonly string[] = [],
): Source => ({
  ...fleet,
  async *query(question) {
    const { engine, kql, window } = question
    if (engine === 'resource-graph') return yield* fleet.query(question)
    const sent = Object.entries(logs).map(([name, rows]) => [
      name,
      table(
        (tables[engine][name] ?? []).filter((column) => !lacking.includes(column.name)),
        rows.filter((row) => isWithin(row, window)),
      ),
    ])
    const answer = evaluate(kql, { tables: Object.fromEntries(sent), now: clock, dialect: engine })
    yield { ...answer, requests: 1, waitedMs: 0 }
  },
})

/** The source with a workspace that has no tables. */
export const withoutLogs = (fleet: Source): Source => ({
  ...fleet,
  async *query(question) {
    if (question.engine === 'log-analytics') throw new InfraError('TableAbsent', 'No such table', 'Turn it on.')
    yield* fleet.query(question)
  },
})

/** A source that knows these machines and nothing else. */
export const knowing = (machines: readonly Cells[]): Source => ({
  name: 'sandbox',
  now: () => clock,
  async *query() {
    yield { ...table(columnsOf(machinesQuery.row), machines), requests: 1, waitedMs: 0 }
  },
})

const table = <Column extends { readonly name: string; readonly type: string }>(
  columns: readonly Column[],
  rows: readonly Cells[],
) => ({
  columns,
  rows: rows.map((row) => columns.map(({ name, type }) => row[name] ?? (type === 'string' ? '' : null))),
})

function isWithin({ TimeGenerated }: Cells, window: Window | undefined): boolean {
  const at = new Date(String(TimeGenerated))
  return window !== undefined && at >= window.from && at < window.to
}
