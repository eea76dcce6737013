/** Merges families of functions into one record; a name that two of them claim is a mistake. */
export const merge = <T>(families: readonly Readonly<Record<string, T>>[]): Readonly<Record<string, T>> => {
  const merged = new Map<string, T>()
  for (const [name, entry] of families.flatMap((family) => Object.entries(family))) {
    if (merged.has(name)) throw new Error(`two functions are called ${name}`)
    merged.set(name, entry)
  }
  return Object.fromEntries(merged)
}
