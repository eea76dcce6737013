import { readFileSync, readdirSync } from 'node:fs'
import { parseSync } from 'rolldown/utils'
import { describe, expect, test } from 'vitest'

const root = new URL('../', import.meta.url)

/** What the shipped files of each package may import, besides themselves and Node. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  kql: ['@kusto/language-service-next'],
  core: [
    '@azure/arm-resourcegraph',
    '@azure/core-auth',
    '@azure/core-rest-pipeline',
    '@azure/monitor-query',
    'date-fns',
    'leven',
    'zod',
  ],
  sandbox: ['@infra-analysis/core', '@infra-analysis/kql'],
  cli: [
    '@infra-analysis/core',
    '@infra-analysis/kql',
    '@infra-analysis/sandbox',
    '@modelcontextprotocol/client',
    '@modelcontextprotocol/node',
    '@modelcontextprotocol/server',
    'pino',
    'string-width',
    'zod',
  ],
  'functions-host': [
    '@azure/core-auth',
    '@azure/functions',
    '@azure/storage-blob',
    '@azure/storage-queue',
    '@infra-analysis/core',
    '@modelcontextprotocol/server',
    '@opentelemetry/api',
    'durable-functions',
    'pino',
    'zod',
  ],
  'infra-check': ['@infra-analysis/core', 'saxes', 'web-tree-sitter', 'yaml'],
}

describe.each(Object.keys(allowed))('%s', (name) => {
  const files = readdirSync(new URL(`packages/${name}/src`, root), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts'),
  )
  const imports = files.flatMap((file) => {
    const { module } = parseSync(file, readFileSync(new URL(`packages/${name}/src/${file}`, root), 'utf8'))
    const fixed = [
      ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
      ...module.staticExports.flatMap(({ entries }) =>
        entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
      ),
    ]
    return fixed.map((specifier) => ({ file, specifier }))
  })

  test('imports only what is on its side of the wall', () => {
    const foreign = imports.filter(({ specifier }) => !specifier.startsWith('.') && !specifier.startsWith('node:'))
    const wrong = foreign.filter(
      ({ specifier }) => !allowed[name]?.some((one) => specifier === one || specifier.startsWith(`${one}/`)),
    )
    expect(imports.length).toBeGreaterThan(0)
    expect(wrong).toEqual([])
  })

  test('stays within its folder', () => {
    const outside = imports.filter(
      ({ file, specifier }) =>
        specifier.startsWith('.') && !new URL(specifier, `https://x/src/${file}`).pathname.startsWith('/src/'),
    )
    expect(outside).toEqual([])
  })
})

test('the CLI loads the sandbox only when asked for', () => {
  const files = readdirSync(new URL('packages/cli/src', root), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  )
  const texts = files.map((file) => readFileSync(new URL(`packages/cli/src/${file}`, root), 'utf8'))
  expect(texts.join('\n')).toMatch(/await import\('@infra-analysis\/sandbox'\)/)
  expect(texts.filter((text) => /^import .*from '@infra-analysis\/sandbox'/m.test(text))).toEqual([])
})

test('only the front of the engine touches the parser', () => {
  const files = readdirSync(new URL('packages/kql/src', root), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  )
  const touching = files.filter((file) =>
    /Bridge|language-service/.test(readFileSync(new URL(`packages/kql/src/${file}`, root), 'utf8')),
  )
  expect(touching.filter((file) => !file.startsWith('front/'))).toEqual([])
  expect(touching.length).toBeGreaterThan(0)
})
