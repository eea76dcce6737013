import { catalog } from '@infra-analysis/core'
import { expect, test } from 'vitest'
import { firstSentence } from '../src/text/sentence.ts'

test('the names and sentences that help shows without loading core are those of the declarations', async () => {
  const entries = catalog.map(
    ({ id, description }) => `  { id: '${id}', summary: ${JSON.stringify(firstSentence(description))} },`,
  )
  await expect(
    [
      '// Written by `npm run generate`.',
      '',
      '/** The analyses, for those who must not wait for core. */',
      'export const analyses = [',
      ...entries,
      '] as const',
      '',
    ].join('\n'),
  ).toMatchFileSnapshot('../src/analyses.generated.ts')
})
