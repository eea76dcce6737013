import { expect, test } from 'vitest'
import { tools } from '../../src/index.ts'
import { ranking } from './bm25.ts'
import { prompts } from './prompts.ts'

const rank = ranking(
  Object.fromEntries(
    tools().map(({ name, title, description, inputSchema }) => [
      name,
      `${name} ${title} ${description} ${JSON.stringify(inputSchema['properties'])}`,
    ]),
  ),
)
const asked = Object.entries(prompts).flatMap(([tool, texts]) => texts.map((text) => ({ tool, text })))

test('a ranker finds the right tool for what people type', () => {
  const missed = asked.filter(({ tool, text }) => rank(text)[0] !== tool)
  const far = asked.filter(({ tool, text }) => !rank(text).slice(0, 3).includes(tool))
  const [first, among] = [1 - missed.length / asked.length, 1 - far.length / asked.length]
  process.stdout.write(
    `tools found for ${asked.length} prompts: ${percent(first)} first, ${percent(among)} among three\n`,
  )
  const misses = missed.map(({ tool, text }) => `${text}: ${rank(text)[0]} instead of ${tool}`)
  expect(asked.length).toBeGreaterThanOrEqual(80)
  expect(first, misses.join('\n')).toBeGreaterThanOrEqual(0.9)
})

const percent = (share: number): string => `${Math.round(share * 100)} %`
