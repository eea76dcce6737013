// Bundles the Functions host with lazy chunks. What is deployed is host.json, package.json and this folder.
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { planTexts, queryTexts, withoutAjv } from './bundle.mjs'
import { notices } from './notices.mjs'
import { root } from './setup.mjs'

/** The worker brings the one; the other, a parser of 5 MB, is not needed where every query has a recorded plan. */
const external = ['@azure/functions-core', /^@kusto\//]

export async function bundleHost(dir = join(root, 'packages/functions-host/dist')) {
  rmSync(dir, { recursive: true, force: true })
  const build = await rolldown({
    input: { main: join(root, 'packages/functions-host/src/main.ts') },
    platform: 'node',
    tsconfig: false,
    external,
    plugins: [queryTexts, planTexts, withoutAjv],
  })
  const { output } = await build.write({
    dir,
    format: 'esm',
    minify: true,
    entryFileNames: '[name].mjs',
    chunkFileNames: 'chunks/[name]-[hash].mjs',
  })
  await build.close()
  const modules = output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []))
  writeFileSync(join(dir, 'THIRD-PARTY-NOTICES.txt'), notices(modules))
}
