import { DuckDBConnection, DuckDBTimestampValue } from '@duckdb/node-api'
import type { Table } from '../packages/kql/src/index.ts'

const types = { long: 'BIGINT', datetime: 'TIMESTAMP', real: 'DOUBLE', dynamic: 'JSON', string: 'VARCHAR' } as const

/** DuckDB in memory with these tables as its own. */
export async function duck(tables: Readonly<Record<string, Table>>): Promise<DuckDBConnection> {
  const connection = await DuckDBConnection.create()
  for (const [name, table] of Object.entries(tables)) await load(connection, name, table)
  return connection
}

async function load(connection: DuckDBConnection, name: string, { columns, rows }: Table): Promise<void> {
  const sqlTypes = columns.map(({ type }) => types[type as keyof typeof types])
  await connection.run(
    `create table ${name} (${columns.map((column, slot) => `"${column.name}" ${sqlTypes[slot]}`).join(', ')})`,
  )
  const appender = await connection.createAppender(name)
  for (const row of rows) {
    row.forEach((cell, slot) => {
      const type = sqlTypes[slot]
      if (cell === null) appender.appendNull()
      else if (type === 'BIGINT') appender.appendBigInt(BigInt(cell as number))
      else if (type === 'DOUBLE') appender.appendDouble(cell as number)
      else if (type === 'TIMESTAMP')
        appender.appendTimestamp(new DuckDBTimestampValue(BigInt(Date.parse(cell as string)) * 1000n))
      else appender.appendVarchar(type === 'JSON' ? JSON.stringify(cell) : (cell as string))
    })
    appender.endRow()
  }
  appender.closeSync()
}

/** All rows of an answer, with the cells of a KQL table: times in ISO 8601, whole numbers as numbers. */
export async function answerOf(connection: DuckDBConnection, sql: string): Promise<unknown[][]> {
  const reader = await connection.runAndReadAll(sql)
  return reader.getRows().map((row) => row.map(cellOf))
}

function cellOf(cell: unknown): unknown {
  if (typeof cell === 'bigint') return Number(cell)
  if (cell instanceof DuckDBTimestampValue)
    return new Date(Number(cell.micros / 1000n)).toISOString().replace('Z', '0000Z')
  return cell
}
