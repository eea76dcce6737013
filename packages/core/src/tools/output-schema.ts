import type { JsonSchema, ResultPage } from './tool.ts'

/** What every reader goes by; a page has coverage, warnings and evidence besides. */
const members: readonly (keyof ResultPage)[] = ['summary', 'columns', 'rows', 'nextCursor']

/** The schema of a page, the same for all tools. It names members and leaves them open: every word counts once for each tool. */
export const outputSchema: JsonSchema = {
  type: 'object',
  properties: Object.fromEntries(members.map((name) => [name, {}])),
}
