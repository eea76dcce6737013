import type { AnalysisId } from '../fleet.ts'

type Underscored<Text extends string> = Text extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : Text

/** The names of the tools. */
export type ToolName = `get_${Underscored<AnalysisId>}`

/** `patching-level` is the tool `get_patching_level`. */
export const toolName = (id: string): string => `get_${id.replaceAll('-', '_')}`

/** The analysis of a tool: the other way round. */
export const analysisIdOf = (tool: ToolName): string => tool.slice('get_'.length).replaceAll('_', '-')
