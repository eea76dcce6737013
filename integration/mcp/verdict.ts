import type { Check } from './conformance.ts'

/** What a check of the suite means for a product. */
export const meanings = {
  passes: 'the server does what the check asks for',
  fixture: 'the check needs a tool, prompt or resource that only servers made for the suite have',
  declined: 'the check is about a part of the protocol that the server does not offer, and does not claim to',
  warns: 'the server leaves out what it should, but need not, do',
  fails: 'the server does wrong',
  note: 'the suite did not check',
} as const

export type Verdict = keyof typeof meanings

/** Parts of the protocol that the server does not offer, by scenario, and how the suite tells it. */
const declined: readonly (readonly [scenario: RegExp, message: RegExp])[] = [
  [
    /^(?:completion-complete|logging-set-level|tools-call-with-logging|resources-(?:un)?subscribe)$/,
    /Method not found$/,
  ],
  // an extension, which the suite does not score
  [/^tasks-/, /./],
]

const lacksFixture =
  /(?:Tool|Prompt) '?\w+'? not found|Resource not found: test:|^Not testable: (?:server does not list the diagnostic tool|server exposes no tool with x-mcp-header|no child with mimeType inode\/directory)/

/** Scenarios whose first step, which lacks its fixture, is told as the failure of the next. */
const followUps: ReadonlySet<string> = new Set([
  'input-required-result-missing-input-response',
  'input-required-result-multi-round',
  'input-required-result-tampered-state',
])

/** Tells apart what a check that does not pass does not pass for. */
export function verdictOn({ scenario, status, errorMessage = '' }: Check): Verdict {
  if (status === 'SUCCESS') return 'passes'
  if (status === 'SKIPPED' || status === 'INFO') return 'note'
  if (declined.some(([name, message]) => name.test(scenario) && message.test(errorMessage))) return 'declined'
  if (lacksFixture.test(errorMessage) || followUps.has(scenario)) return 'fixture'
  return status === 'WARNING' ? 'warns' : 'fails'
}
