import type { Rules } from './rules.ts'

/** Full KQL. */
export const kusto: Rules = { review: () => [], ignoresTableCase: false }
