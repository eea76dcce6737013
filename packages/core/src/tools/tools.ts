import { catalog } from '../analyses/index.ts'
import { type Analysis, annotations } from '../analysis.ts'
import { argumentsOf } from './arguments.ts'
import { answering } from './answering.ts'
import { toolName } from './name.ts'
import { outputSchema } from './output-schema.ts'
import { portable } from './portable.ts'
import { type Results, resultStore } from './results.ts'
import type { Tool } from './tool.ts'

/**
 * A tool for each analysis; made once for a process. `results` keeps whole answers for the pages that follow: a host that passes its own
 * can hand these out as resources, and answers link to them.
 */
export function tools({ results }: { readonly results?: Results } = {}): readonly Tool[] {
  const store = results ?? resultStore()
  return catalog.map((analysis) => toolOf(analysis, store, results !== undefined))
}

function toolOf(analysis: Analysis, results: Results, hasResources: boolean): Tool {
  const { id, title, description } = analysis
  const name = toolName(id)
  const schema = argumentsOf(analysis)
  return {
    name,
    title,
    description,
    inputSchema: portable(schema),
    outputSchema,
    annotations,
    analysis,
    call: answering({ name, analysis, schema, results, hasResources }),
  }
}
