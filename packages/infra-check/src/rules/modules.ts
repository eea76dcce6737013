import { posix } from 'node:path'
import type { BicepFile, Module } from '../bicep/declarations.ts'
import { type Expression, plainText, within } from '../bicep/expression.ts'
import { expressionsOf } from '../bicep/expressions-of.ts'
import type { Finding } from '../finding.ts'
import { type FileRule, mainPath } from '../project.ts'

/** A module's file exists, gets the parameters that it declares and all that it requires, and its outputs are read. */
export const modules: FileRule = ({ bicep }) => [
  ...[...bicep.values()].flatMap((file) => file.modules.flatMap((module) => contract(file, module, bicep))),
  ...unused(bicep),
]

function contract(file: BicepFile, module: Module, bicep: ReadonlyMap<string, BicepFile>): readonly Finding[] {
  const finding = (line: number, message: string): Finding => ({ rule: 'modules', file: file.path, line, message })
  const target = bicep.get(targetOf(file, module))
  if (!target) return [finding(module.line, `there is no file '${module.source}'`)]
  const body = entriesOf(module.body.kind === 'loop' ? module.body.body : module.body)
  const given = entriesOf(body.get('params'))
  const declared = new Map(target.parameters.map((parameter) => [parameter.name, parameter]))
  return [
    ...[...given.keys()]
      .filter((name) => !declared.has(name))
      .map((name) => finding(module.line, `'${module.source}' has no parameter '${name}'`)),
    ...target.parameters
      .filter((parameter) => !parameter.default && !given.has(parameter.name))
      .map(({ name }) => finding(module.line, `'${module.source}' requires '${name}'`)),
    ...(target.targetScope === file.targetScope || body.has('scope')
      ? []
      : [finding(module.line, `'${module.source}' is deployed to a ${target.targetScope}: it needs a scope`)]),
  ]
}

/** Files that no module is made from, and outputs that nobody reads. */
function unused(bicep: ReadonlyMap<string, BicepFile>): readonly Finding[] {
  const files = [...bicep.values()]
  const uses = files.flatMap((file) => file.modules.map((module) => ({ file, module, path: targetOf(file, module) })))
  return files
    .filter(({ path }) => path !== mainPath)
    .flatMap((file) => {
      const finding = (line: number, message: string): Finding => ({ rule: 'modules', file: file.path, line, message })
      const users = uses.filter(({ path }) => path === file.path)
      if (users.length === 0) return [finding(1, 'no module is made from this file')]
      const read = new Set(users.flatMap(({ file: user, module }) => outputsRead(user, module.name)))
      return file.outputs
        .filter(({ name }) => !read.has(name))
        .map(({ name, line }) => finding(line, `the output '${name}' is not read`))
    })
}

const targetOf = (file: BicepFile, module: Module): string => posix.join(posix.dirname(file.path), module.source)

const outputsRead = (file: BicepFile, module: string): readonly string[] =>
  expressionsOf(file)
    .flatMap(within)
    .flatMap((one) => {
      const isOutput =
        one.kind === 'member' &&
        one.target.kind === 'member' &&
        one.target.name === 'outputs' &&
        one.target.target.kind === 'name' &&
        one.target.target.name === module
      return isOutput ? [one.name] : []
    })

function entriesOf(object: Expression | undefined): ReadonlyMap<string, Expression> {
  if (object?.kind !== 'object') return new Map()
  return new Map(object.entries.map(({ key, value }) => [plainText(key) ?? '', value]))
}
