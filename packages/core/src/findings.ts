import { severities, type Finding, type Offender } from './answer.ts'

/** The most severe first, then by subject and code. */
export const sorted = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      compare(a.subject, b.subject) ||
      compare(a.resourceId, b.resourceId) ||
      compare(a.code, b.code),
  )

/** Findings by resource: the resources with the most severe and the most findings first. */
export function offendersOf(findings: readonly Finding[]): readonly Offender[] {
  const byResource = new Map<string, [Finding, ...Finding[]]>()
  for (const finding of sorted(findings)) {
    const found = byResource.get(finding.resourceId)
    if (found) found.push(finding)
    else byResource.set(finding.resourceId, [finding])
  }
  return [...byResource.values()].toSorted(moreSevere).map((found) => ({
    resourceId: found[0].resourceId,
    subject: found[0].subject,
    severity: found[0].severity,
    reasons: found.map(({ message }) => message),
  }))
}

const rank = ({ severity }: Finding): number => severities.indexOf(severity)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function moreSevere(a: readonly Finding[], b: readonly Finding[]): number {
  for (const severity of severities) {
    const difference = count(b, severity) - count(a, severity)
    if (difference !== 0) return difference
  }
  return 0
}

const count = (findings: readonly Finding[], severity: Finding['severity']): number =>
  findings.filter((finding) => finding.severity === severity).length
