import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import { expect, test } from 'vitest'
import { instructions, tools } from '../../src/index.ts'

const tokens = (value: unknown): number => encode(JSON.stringify(value)).length

test('the list of tools costs no more than it may', () => {
  const all = tools().map(({ name, title, description, inputSchema, outputSchema, annotations }) => ({
    entry: { name, title, description, inputSchema, outputSchema, annotations },
    parts: [description, inputSchema, outputSchema].map(tokens),
  }))
  const costs = all.map(({ entry }) => tokens(entry))
  const total = tokens({ tools: all.map(({ entry }) => entry) })
  const rows = all.map(({ entry, parts }, i) => [entry.name, costs[i], ...parts])
  for (const row of [['tool', 'tokens', 'description', 'input', 'output'], ...rows, ['all', total]]) {
    process.stdout.write(
      `${String(row[0]).padEnd(28)}${row
        .slice(1)
        .map((cell) => String(cell).padStart(12))
        .join('')}\n`,
    )
  }
  expect(Math.max(...costs)).toBeLessThanOrEqual(1000)
  expect(total).toBeLessThanOrEqual(3700)
})

test('the instructions fit every client', () => {
  expect(instructions.length).toBeLessThanOrEqual(512)
})
