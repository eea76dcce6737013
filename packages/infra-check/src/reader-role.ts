import { catalog } from '@infra-analysis/core'

/** Each Azure action that an analysis declares, with the analyses that need it; both sorted. The reader role holds just these. */
export function readerRole(): Readonly<Record<string, readonly string[]>> {
  const needs = catalog.flatMap(({ id, rights }) => rights.map((action) => ({ id, action })))
  const actions = [...new Set(needs.map(({ action }) => action))].toSorted()
  return Object.fromEntries(
    actions.map((action) => [
      action,
      needs
        .filter((need) => need.action === action)
        .map(({ id }) => id)
        .toSorted(),
    ]),
  )
}

/** The same as the text of a JSON file: an action a line, as long as it fits. */
export function readerRoleFile(): string {
  const lines = Object.entries(readerRole()).map(([action, analyses]) => {
    const key = JSON.stringify(action)
    const short = `  ${key}: [${analyses.map((id) => JSON.stringify(id)).join(', ')}]`
    const long = `  ${key}: [\n${analyses.map((id) => `    ${JSON.stringify(id)}`).join(',\n')}\n  ]`
    return short.length < 120 ? short : long
  })
  return `{\n${lines.join(',\n')}\n}\n`
}
