import { existsSync, readFileSync } from 'node:fs'

/** The version in the package's own package.json: the nearest above this file, wherever a bundle puts it. */
export function version(): string {
  let manifest = new URL('package.json', import.meta.url)
  while (!existsSync(manifest)) manifest = new URL('../package.json', manifest)
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version
}
