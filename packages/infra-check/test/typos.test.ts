import { expect, test } from 'vitest'
import { check } from '../src/check.ts'
import { projectTexts } from '../src/files.ts'

const texts = projectTexts()

/** Every 19th word of the Bicep files, comments and descriptions aside. */
const words = [...texts]
  .filter(([file]) => file.endsWith('.bicep'))
  .flatMap(([file, text]) => {
    const code = text.replaceAll(/\/\/.*|@description.*|.*(?:escription|isplayName|why|publisherName): .*/g, (prose) =>
      ' '.repeat(prose.length),
    )
    return [...code.matchAll(/[A-Za-z_]\w{3,}/g)].map(({ 0: word, index }) => ({ file, text, word, index }))
  })
  .filter((_, at) => at % 19 === 0)

/** Two letters in the middle change places. */
const misspelt = (word: string): string => word.replace(/^(.*)(.)(.)(.{1,2}|.{2,}?)$/, '$1$3$2$4')

test('words that are misspelt blindly are caught, but for names that are nobody else uses', () => {
  const missed = words.filter(({ file, text, word, index }) => {
    const changed = text.slice(0, index) + misspelt(word) + text.slice(index + word.length)
    return changed !== text && check(new Map([...texts, [file, changed]]), { untilFirst: true }).findings.length === 0
  })
  const caught = words.length - missed.length
  process.stdout.write(`infra-check catches ${caught} of ${words.length} blind typos\n`)
  expect(words.length).toBeGreaterThan(80)
  expect(missed.map(({ file, word }) => `${file} ${word}`).length / words.length).toBeLessThan(0.1)
})
