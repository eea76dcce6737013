/** Ranks documents for a query as Okapi BM25 does, with k1 = 1.2 and b = 0.75: the best first. */
export function ranking(documents: Readonly<Record<string, string>>): (query: string) => readonly string[] {
  const [k1, b] = [1.2, 0.75]
  const all = Object.entries(documents).map(([name, text]) => ({ name, words: wordsOf(text) }))
  const mean = all.reduce((sum, { words }) => sum + words.length, 0) / all.length

  const weightOf = (word: string): number => {
    const holding = all.filter(({ words }) => words.includes(word)).length
    return Math.log(1 + (all.length - holding + 0.5) / (holding + 0.5))
  }
  const scoreOf = (words: readonly string[], word: string): number => {
    const count = words.filter((one) => one === word).length
    return (weightOf(word) * count * (k1 + 1)) / (count + k1 * (1 - b + (b * words.length) / mean))
  }
  return (query) => {
    const wanted = [...new Set(wordsOf(query))]
    return all
      .map(({ name, words }) => ({ name, score: wanted.reduce((sum, word) => sum + scoreOf(words, word), 0) }))
      .toSorted((one, other) => other.score - one.score)
      .map(({ name }) => name)
  }
}

/** Lower-cased words without their commonest endings; `osTypes` and `get_x` fall apart. */
const wordsOf = (text: string): readonly string[] =>
  text
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9.]+/)
    .map((word) => word.replace(/^\.+|\.+$/g, ''))
    .filter((word) => word !== '' && !stopWords.has(word))
    .map((word) => word.replace(/(?<=\w{3})(?:ing|ed|es|e|s)$/, '').replace(/(?<=\w{2})(?:ie|y)$/, 'i'))

const stopWords = new Set(
  'a an and any are at be been by can did do does for from had has have how i if in is it me my of on or our please show tell that the their them there they this to us was we were what when where which who why will with you'.split(
    ' ',
  ),
)
