import { expect, test } from 'vitest'
import { type ResultPage, type ToolName, tools } from '../../src/index.ts'
import { call, pageOf, textOf } from './sandbox.ts'

const names = tools().map(({ name }) => name as ToolName)

test.each(names)('%s answers as recorded, in both renderings', async (name) => {
  const reply = await call(name, { limit: 5 })
  const page = pageOf(reply)
  const same = steady(page)
  const recorded = [
    `# ${name} {"limit":5}`,
    '## Text',
    `\`\`\`text\n${same(textOf(reply))}\n\`\`\``,
    '## structuredContent',
    `\`\`\`json\n${same(JSON.stringify(page, null, 2))}\n\`\`\``,
  ]
  await expect(`${recorded.join('\n\n')}\n`).toMatchFileSnapshot(`pages/${name}.md`)
})

/** Replaces what is made anew for each call: the cursor and the marks around free text. */
function steady({ nextCursor, evidence }: ResultPage): (text: string) => string {
  const nonce = /<(.{22})>/.exec(String(evidence['fence']))?.[1] ?? 'no fence'
  return (text) => text.replaceAll(nonce, 'NONCE').replaceAll(nextCursor ?? 'no cursor', 'CURSOR')
}
