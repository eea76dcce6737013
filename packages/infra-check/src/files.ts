import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the repository. */
export const root: string = fileURLToPath(new URL('../../../', import.meta.url))

/** The texts of what is checked, by path from the root: infra/, azure.yaml and the host.json of the app. */
export function projectTexts(): ReadonlyMap<string, string> {
  const inInfra = readdirSync(join(root, 'infra'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.\w+$/.test(path))
    .map((path) => `infra/${path.replaceAll('\\', '/')}`)
  // main.bicep first: the others are its modules
  const paths = ['infra/main.bicep', ...inInfra, 'azure.yaml', 'packages/functions-host/host.json']
  return new Map(
    paths.filter((path) => existsSync(join(root, path))).map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  )
}
