import type { z } from 'zod'
import type { Analysis } from './analysis.ts'
import type { Asked } from './ask.ts'
import { InfraError } from './errors.ts'
import type { Query } from './kql/query.ts'

/** Who may read the logs need not be allowed to read Resource Graph: such a side question stays open, and the answer says so. */
export async function tolerant(
  query: Query,
  analysis: Analysis,
  asked: () => Promise<Asked<z.ZodObject>>,
): Promise<Asked<z.ZodObject>> {
  try {
    return await asked()
  } catch (error) {
    const isAside = query.engine !== analysis.engine && error instanceof InfraError && error.code === 'AccessDenied'
    if (!isAside) throw error
    return {
      rows: [],
      isCollected: false,
      evidence: [],
      gaps: [{ code: 'question-open', message: error.message, hint: error.hint }],
    }
  }
}
