import { expect, test } from 'vitest'
import { columnsOf, docsOf, queriesOf, tools } from '../../src/index.ts'

test.each(tools())('the page about $name holds what an agent has to look up', ({ name, analysis }) => {
  const page = docsOf(analysis)
  const columns = Object.values(analysis.views).flatMap(({ row }) => columnsOf(row).map((column) => column.name))
  const words = [
    name,
    analysis.description,
    analysis.keeps,
    ...Object.keys(analysis.input.shape),
    ...Object.keys(analysis.views),
    ...columns,
    ...Object.keys(analysis.states),
    ...analysis.rights,
    ...queriesOf(analysis).map(({ kql }) => kql.trimEnd()),
  ]
  expect(words.filter((word) => !page.includes(word))).toEqual([])
})
