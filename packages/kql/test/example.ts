import { check, evaluate, type Table } from '@infra-analysis/kql'

const servers: Table = {
  columns: [
    { name: 'name', type: 'string' },
    { name: 'properties', type: 'dynamic' },
  ],
  rows: [
    ['web01', { os: 'Linux', gb: 16 }],
    ['web02', { os: 'linux', gb: 8 }],
    ['sql01', { os: 'Windows', gb: 64 }],
  ],
}

const query =
  'Servers | where properties.os =~ "linux" | summarize machines = count(), memory = sum(tolong(properties.gb))'

export const answer: Table = evaluate(query, { tables: { Servers: servers } })

export const findings: string[] = check('Servers | where ram > 8', { Servers: servers.columns }).diagnostics.map(
  ({ line, column, message }) => `${line}:${column} ${message}`,
)
