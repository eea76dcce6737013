/** The guid that a text spells (with dashes or without, braces allowed), lower-case with dashes, or null. */
export const parseGuid = (text: string): string | null => {
  const digits = /^\s*[{(]?([\da-f]{8})-?([\da-f]{4})-?([\da-f]{4})-?([\da-f]{4})-?([\da-f]{12})[)}]?\s*$/i.exec(text)
  return digits ? digits.slice(1).join('-').toLowerCase() : null
}
