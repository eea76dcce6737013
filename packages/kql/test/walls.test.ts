import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const source = new URL('../src/', import.meta.url)

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'))

/** The modules that a file needs at run time: all imports but those of types alone. */
function imports(file: string): string[] {
  const text = readFileSync(new URL(file, source), 'utf8')
  const found = text.matchAll(/^(?:import|export) (?!type )[^'"]*? from '(.+?)'/gm)
  return Array.from(found, ([, name = '']) =>
    name.startsWith('.') ? new URL(name, new URL(file, source)).pathname : name,
  )
}

const inside = (folder: string): string => new URL(folder, source).pathname

it.each(files.filter((file) => /^(exec|values)\//.test(file)))(
  '%s runs without the parser and the compiler',
  (file) => {
    const reached = imports(file).filter((name) =>
      [inside('front/'), inside('plan/'), inside('dialects/')].some((wall) => name.startsWith(wall)),
    )
    expect(reached).toEqual([])
  },
)

it.each(files.filter((file) => !file.startsWith('front/')))('%s does not touch the parser', (file) => {
  expect(imports(file).filter((name) => name.endsWith('front/bridge.ts') || name.startsWith('@kusto/'))).toEqual([])
})
