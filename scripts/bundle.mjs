// Bundles the CLI with lazy chunks. Plain JavaScript: it also runs where Node runs no TypeScript.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { rolldown } from 'rolldown'
import { notices } from './notices.mjs'
import { root } from './setup.mjs'

const parserPackage = '@kusto/language-service-next'
const parserFiles = ['bridge.min.js', 'Kusto.Language.Bridge.min.js']

/** Puts the text of a query file in the place of the call that reads it. */
export const queryTexts = {
  name: 'query-texts',
  transform: {
    filter: { id: /packages\/core\/src\/.*\.ts$/ },
    handler: (code, id) =>
      code.replace(/\bkqlFile\(import\.meta\.url, '([\w-]+\.kql)'\)/g, (_, name) =>
        JSON.stringify(readFileSync(join(dirname(id), name), 'utf8')),
      ),
  },
}

/** Recorded plans as JSON in a text, which Node reads faster than a literal. */
export const planTexts = {
  name: 'plan-texts',
  load: {
    filter: { id: /packages\/sandbox\/src\/plans\.generated\.json$/ },
    handler: (id) => ({
      code: `export default JSON.parse(${JSON.stringify(readFileSync(id, 'utf8').trim())})`,
      moduleType: 'js',
    }),
  },
}

/** The 5 MB parser is required on first use only: its two scripts lie beside the bundle as they are. */
const vendoredParser = {
  name: 'vendored-parser',
  transform: {
    filter: { id: /packages\/kql\/src\/front\/bridge\.ts$/ },
    handler: (code) =>
      parserFiles.reduce((text, file) => text.replace(`${parserPackage}/${file}`, `../vendor/${vendored(file)}`), code),
  },
}

/** The MCP SDK checks schemas of others with AJV, which takes a tenth of the start; the server leaves checking to the tools. */
export const withoutAjv = {
  name: 'without-ajv',
  load: {
    filter: { id: /modelcontextprotocol\/server\/dist\/shimsNode\.mjs$/ },
    handler: () => `export { default as process } from 'node:process'
      export class DefaultJsonSchemaValidator {
        getValidator() { throw new Error('There is no validator in this bundle') }
      }`,
  },
}

const vendored = (file) => file.replace(/js$/, 'cjs')

export async function bundle(dir = join(root, 'packages/cli/dist'), { minify = true } = {}) {
  rmSync(dir, { recursive: true, force: true })
  const build = await rolldown({
    input: { bin: join(root, 'packages/cli/src/bin.ts') },
    platform: 'node',
    tsconfig: false,
    plugins: [queryTexts, planTexts, vendoredParser, withoutAjv],
  })
  const { output } = await build.write({
    dir,
    format: 'esm',
    minify,
    entryFileNames: '[name].mjs',
    chunkFileNames: 'chunks/[name]-[hash].mjs',
  })
  await build.close()

  const parser = dirname(
    createRequire(join(root, 'packages/kql/package.json')).resolve(`${parserPackage}/package.json`),
  )
  for (const file of parserFiles) cpSync(join(parser, file), join(dir, 'vendor', vendored(file)))
  const modules = output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []))
  writeFileSync(join(dir, 'THIRD-PARTY-NOTICES.txt'), notices([...modules, join(parser, 'package.json')]))
}
