import { followedBy } from '../pipelines.ts'
import { letTable } from '../statements.ts'
import { distinct } from './distinct.ts'
import { evaluate } from './evaluate.ts'
import { extend, serialize } from './extend.ts'
import { getSchema } from './getschema.ts'
import { invoke } from './invoke.ts'
import { join, lookup } from './join.ts'
import { makeSeries } from './make-series.ts'
import { mvApply } from './mv-apply.ts'
import { mvExpand } from './mv-expand.ts'
import { parseKv } from './parse-kv.ts'
import { parse } from './parse.ts'
import { partition } from './partition.ts'
import { project, projectByName, projectRename } from './project.ts'
import { sampleDistinct } from './sample-distinct.ts'
import { scan } from './scan.ts'
import { search } from './search.ts'
import { sample, sort, take, top } from './sort.ts'
import { summarize } from './summarize.ts'
import { topHitters } from './top-hitters.ts'
import { topNested } from './top-nested.ts'
import { union } from './union.ts'
import { resultOf, type VerbLowering } from './verb.ts'
import { where } from './where.ts'

const same: VerbLowering = (_operator, input) => input

const count: VerbLowering = (operator, input) => followedBy(input, resultOf(operator), { verb: 'count' })

const as: VerbLowering = (operator, input, scope) => letTable(operator.part('Name').name, input, scope)

/** Operators by syntax kind. */
export const verbs: Readonly<Record<string, VerbLowering>> = {
  FilterOperator: where,
  ProjectOperator: project,
  ProjectAwayOperator: projectByName,
  ProjectKeepOperator: projectByName,
  ProjectReorderOperator: projectByName,
  ProjectByNamesOperator: projectByName,
  ProjectRenameOperator: projectRename,
  ExtendOperator: extend,
  SerializeOperator: serialize,
  SummarizeOperator: summarize,
  SortOperator: sort,
  TopOperator: top,
  TakeOperator: take,
  SampleOperator: sample,
  SampleDistinctOperator: sampleDistinct,
  CountOperator: count,
  DistinctOperator: distinct,
  JoinOperator: join,
  LookupOperator: lookup,
  UnionOperator: union,
  MvExpandOperator: mvExpand,
  MvApplyOperator: mvApply,
  ParseOperator: parse(false),
  ParseWhereOperator: parse(true),
  ParseKvOperator: parseKv,
  MakeSeriesOperator: makeSeries,
  PartitionOperator: partition,
  TopHittersOperator: topHitters,
  TopNestedOperator: topNested,
  SearchOperator: search,
  ScanOperator: scan,
  EvaluateOperator: evaluate,
  InvokeOperator: invoke,
  GetSchemaOperator: getSchema,
  AsOperator: as,
  RenderOperator: same,
}
