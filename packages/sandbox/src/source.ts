import { InfraError, type Engine, type Page, type Question, type Source } from '@infra-analysis/core'
import { KqlError, run, UnsupportedKql, type Table } from '@infra-analysis/kql'
import { clock } from './clock.ts'
import { absentTable, evaluation, type TablesByName } from './evaluation.ts'
import { logAnalyticsPages, resourceGraphPages } from './pages.ts'
import { planOf, tablesIn } from './plans.ts'
import type { Tables } from './tables/index.ts'
import type { Part } from './tables/logs/index.ts'
import { visibleIn } from './visible.ts'
import type { Workspaces } from './workspaces.ts'

/** A source that answers from tables in memory, with the clock standing still. */
export function sourceOf(tables: Tables, workspaces: Workspaces): Source {
  const visible = visibleIn(tables)
  const pages = async (question: Question): Promise<Iterable<Page>> =>
    question.engine === 'resource-graph'
      ? resourceGraphPages(await ask(question, visible(question.scope)))
      : logAnalyticsPages(await ask(question, workspaces(question.scope, partOf(question))))
  return {
    name: 'sandbox',
    now: () => new Date(clock),
    async *query(question) {
      throwIfAborted(question)
      for (const page of await pages(question)) {
        throwIfAborted(question)
        yield page
      }
    },
  }
}

/** The rows that a shipped query can read: it filters by `machineIds` itself, so that other machines need not be made. */
const partOf = ({ window, template }: Question): Part => {
  const machineIds = template?.parameters['machineIds']
  return { window, ...(Array.isArray(machineIds) && { machineIds }) }
}

async function ask({ kql, engine, template }: Question, tables: TablesByName): Promise<Table> {
  const plan = template && (await planOf(template.kql))
  try {
    if (!plan) return evaluation(kql, engine, tables)
    const absent = tablesIn(plan).find((name) => !(name in tables))
    if (absent !== undefined) throw tableAbsent(absent)
    return run(plan, { tables, parameters: template.parameters, now: clock })
  } catch (cause) {
    throw explained(cause, kql, engine)
  }
}

/** The engine's errors as the errors of a source. */
function explained(cause: unknown, kql: string, engine: Engine): unknown {
  if (cause instanceof UnsupportedKql) {
    return new InfraError(
      'UnsupportedKql',
      cause.message,
      'The sandbox evaluates a part of KQL only; ask Azure instead.',
      cause,
    )
  }
  if (!(cause instanceof KqlError)) return cause
  const absent = absentTable(kql, engine, cause)
  return absent === undefined
    ? new InfraError('QueryRejected', 'The query is not valid', cause.message, cause)
    : tableAbsent(absent)
}

const tableAbsent = (name: string): InfraError =>
  new InfraError(
    'TableAbsent',
    `The workspace has no table ${name}`,
    'Turn on what fills the table, or ask another workspace.',
  )

function throwIfAborted({ signal }: Question): void {
  if (signal?.aborted) throw new InfraError('Cancelled', 'The question was cancelled', 'Ask again.', signal.reason)
}
