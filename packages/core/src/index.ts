export { analyses, analysisOf, catalog } from './analyses/index.ts'
export { annotations, defineAnalysis, queriesOf, type Analysis, type Context, type RowOf } from './analysis.ts'
export type {
  Answer,
  Coverage,
  CoverageEntry,
  Evidence,
  Figure,
  Finding,
  Offender,
  Severity,
  Summary,
  Warning,
} from './answer.ts'
export { columnsOf, type ColumnInfo } from './columns.ts'
export { diagnose } from './doctor/diagnose.ts'
export { visibleSubscriptions } from './doctor/visible-subscriptions.ts'
export type { Check, Diagnosis, Mend, Reason, State, Verdict } from './doctor/diagnosis.ts'
export { InfraError, type ErrorCode } from './errors.ts'
export { offendersOf } from './findings.ts'
export { connect, type AnalysisId, type AnswerOf, type Fleet, type ViewId } from './fleet.ts'
export { parseInput } from './input.ts'
export { tables } from './kql/tables.ts'
export { didYouMean } from './nearest.ts'
export { type BoundQuery, kqlOf } from './bound.ts'
export type { Place, RunOptions } from './prepare.ts'
export { run } from './run.ts'
export { shippedQueries } from './shipped.ts'
export { parseScope, type Scope } from './scope.ts'
export { azure, type AzureOptions } from './sources/azure.ts'
export { type Clock } from './sources/clock.ts'
export { clouds, type Cloud, type CloudName } from './sources/clouds.ts'
export { loopback } from './sources/loopback.ts'
export type { ColumnType, Engine, Page, Question, Source, Statistics, Template } from './sources/source.ts'
export type { RowStream, StreamOutcome } from './stream.ts'
export type { Window } from './time.ts'
export { clean } from './tools/clean.ts'
export { docsOf } from './tools/docs.ts'
export { instructions } from './tools/instructions.ts'
export { jobs } from './tools/jobs/index.ts'
export type { Job, JobArgument } from './tools/jobs/job.ts'
export type { ToolName } from './tools/name.ts'
export { resourceUri } from './tools/resource-uri.ts'
export { resultText } from './tools/result-text.ts'
export { type Results, resultStore } from './tools/results.ts'
export { stopped } from './tools/stopped.ts'
export type {
  Call,
  Cell,
  ContentBlock,
  JsonSchema,
  Outcome,
  Progress,
  Reply,
  ResultPage,
  Tool,
  ToolResult,
} from './tools/tool.ts'
export { tools } from './tools/tools.ts'
export { defineView, plainView, type View } from './view.ts'
export { numeral } from './wording.ts'
