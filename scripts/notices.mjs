import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Name, version and licence text of every package that these modules come from. */
export function notices(modules) {
  const folders = new Set(modules.filter((module) => module.includes('node_modules')).map(packageFolder))
  return [...folders]
    .map(notice)
    .toSorted()
    .join(`\n${'-'.repeat(80)}\n\n`)
}

function packageFolder(module) {
  let folder = dirname(module)
  while (!isPackage(folder)) folder = dirname(folder)
  return folder
}

// folders inside a package may have manifests of their own, with less in them
function isPackage(folder) {
  if (!existsSync(join(folder, 'package.json'))) return false
  const { name, version, license } = manifestOf(folder)
  return Boolean(name && version && license)
}

function notice(folder) {
  const { name, version, license } = manifestOf(folder)
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `Licensed under ${license}.`
  return `${name} ${version}\n\n${text}\n`
}

const manifestOf = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
