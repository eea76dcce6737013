import type { z } from 'zod'
import { type analyses, analysisOf } from './analyses/index.ts'
import type { Answer } from './answer.ts'
import { run } from './run.ts'
import { parseScope, type Scope } from './scope.ts'
import type { Source } from './sources/source.ts'
import { type RowStream, stream } from './stream.ts'

type Registry = { readonly [A in (typeof analyses)[number] as A['id']]: A }
type RowIn<V> = V extends { readonly row: infer Row extends z.ZodObject } ? z.output<Row> : never

/** The names of the analyses. */
export type AnalysisId = keyof Registry
/** What an analysis takes. */
export type InputOf<Id extends AnalysisId> = z.input<Registry[Id]['input']>
/** The names of the views of an analysis. */
export type ViewId<Id extends AnalysisId> = keyof Registry[Id]['views'] & string
/** The answer of an analysis with one of its views. */
export type AnswerOf<Id extends AnalysisId, View = Registry[Id]['main']> = Answer<
  RowIn<Registry[Id]['views'][View & keyof Registry[Id]['views']]>
>

/** A fleet of servers that can be asked. */
export interface Fleet {
  /**
   * Runs an analysis by its name; input and rows are typed by it.
   * Throws InfraError: `InvalidInput`, `SignInRequired`, `AccessDenied`, `Throttled`, `ServiceUnavailable`, `Cancelled`, …
   */
  run<Id extends AnalysisId, View extends ViewId<Id> = Registry[Id]['main'] & ViewId<Id>>(
    id: Id,
    input?: InputOf<Id>,
    options?: { readonly view?: View; readonly signal?: AbortSignal },
  ): Promise<AnswerOf<Id, View>>

  /**
   * The rows of an analysis while they arrive, in flat memory; typed as those of `run`. Throws InvalidInput for a view that is not there;
   * reading throws what `run` throws.
   */
  stream<Id extends AnalysisId, View extends ViewId<Id> = Registry[Id]['main'] & ViewId<Id>>(
    id: Id,
    input?: InputOf<Id>,
    options?: { readonly view?: View; readonly signal?: AbortSignal },
  ): RowStream<AnswerOf<Id, View>['rows'][number]>
}

/** A fleet behind a source, within a scope. Throws InvalidInput for a scope that cannot be one. */
export function connect(source: Source, scope: Scope = {}): Fleet {
  const place = { source, scope: parseScope(scope) }
  return {
    run: async (id, input = {} as never, options = {}) => run(analysisOf(id), input, place, options) as never,
    stream: (id, input = {} as never, options = {}) => stream(analysisOf(id), input, place, options) as never,
  }
}
