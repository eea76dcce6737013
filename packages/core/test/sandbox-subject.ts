import { clock, scope, tables } from '@infra-analysis/sandbox'
import type { Source } from '../src/index.ts'
import type { Subject } from './source.cases.ts'

const machines = 400
const readable: readonly unknown[] = scope.subscriptions.filter((id) => !scope.unreadable.includes(id))

/** Options of the sample fleet that a subject is made of. */
export const options = { machines }

function resources(): number {
  const { columns, rows } = tables(options).resources()
  const at = columns.findIndex(({ name }) => name === 'subscriptionId')
  return rows.filter((row) => readable.includes(row[at])).length
}

/** The sample fleet behind some source. */
export const sandboxSubject = (source: Source, close?: () => Promise<void>): Subject => ({
  source,
  subscriptions: readable.map(String),
  workspace: scope.workspace,
  window: { from: new Date(clock.getTime() - 86_400_000), to: new Date(clock) },
  lacking: { workspace: scope.branchWorkspace, table: 'WindowsServerAssessmentRecommendation' },
  resources: resources(),
  ...(close && { close }),
})
