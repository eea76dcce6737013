import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bag } from '../src/deploy/value.ts'
import { root } from '../src/files.ts'

const docs = readFileSync(join(root, 'docs/deploy.md'), 'utf8')
const blocks = [...docs.matchAll(/```json\n("\w+": \{ "value": [^]+?)```/g)].map(([, block = '']) => block)

/** The parameters that docs/deploy.md tells to write into the parameters file, by name. */
export const told: Bag = Object.fromEntries(
  blocks
    .flatMap((block) => Object.entries(JSON.parse(`{${block}}`) as Record<string, { readonly value: Bag }>))
    .map(([name, { value }]) => [name, value]),
)
