import leven from 'leven'

/** The choice that was probably meant, ignoring case: one that begins or is spelt alike; undefined when none is near. */
export function nearest(given: string, choices: readonly string[]): string | undefined {
  const wanted = given.toLowerCase()
  const begun = choices.find((choice) => wanted.length >= 3 && choice.toLowerCase().startsWith(wanted))
  if (begun !== undefined) return begun
  const [best] = choices
    .map((choice) => ({ choice, distance: leven(wanted, choice.toLowerCase()) }))
    .toSorted((a, b) => a.distance - b.distance)
  return best && best.distance <= Math.max(2, Math.floor(given.length / 3)) ? best.choice : undefined
}

/** ` Did you mean 'x'?`, or nothing. */
export function didYouMean(given: string, choices: readonly string[]): string {
  const meant = nearest(given, choices)
  return meant === undefined ? '' : ` Did you mean '${meant}'?`
}
