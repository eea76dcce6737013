import { posix } from 'node:path'
import type { BicepFile, Module, Resource } from '../bicep/declarations.ts'
import type { Expression } from '../bicep/expression.ts'
import type { Deploy, Deployment, Read, Tree } from './deployment.ts'
import { around, evaluate, truth, type View } from './evaluate.ts'
import { Fault } from './fault.ts'
import { accepted, isOf } from './parameter.ts'
import { placeOf, subscriptionOf } from './place.ts'
import { deployedResource } from './resource.ts'
import {
  absent,
  type Bag,
  type DeployedResource,
  isBag,
  isHandle,
  module,
  type Place,
  resource,
  type Value,
} from './value.ts'

/** Follows one file; `deploy` follows its modules. Every name is evaluated once, when it is first asked for. */
export function deployFile(tree: Tree, deploy: Deploy, path: string, parameters: Bag, place: Place): Deployment {
  const file = tree.bicep.get(path)
  if (!file) throw new Fault(path, 1, 'The file does not exist')
  const resources: DeployedResource[] = []
  const reads: Read[] = []
  const once = remembering(path)

  const declared = (name: string, line: number): Value => {
    const parameter = file.parameters.find((one) => one.name === name)
    if (parameter)
      return accepted(parameter, parameters[name] ?? defaultOf(parameter.default, name), path, parameter.line)
    const variable = file.variables.find((one) => one.name === name)
    if (variable) return evaluate(variable.value, view)
    const own = file.resources.find((one) => one.name === name && !one.within)
    if (own) return deployResource(own)
    const other = file.modules.find((one) => one.name === name)
    if (other) return deployModule(other)
    throw new Fault(path, line, `'${name}' is not declared`)
  }

  const defaultOf = (byDefault: Expression | undefined, name: string): Value => {
    if (byDefault) return evaluate(byDefault, view)
    throw new Fault(path, 1, `'${name}' is not given`)
  }

  const view: View = {
    file: path,
    subscriptionId: subscriptionOf(place),
    groupId: place.kind === 'resourceGroup' ? place.id : undefined,
    managementGroupId: place.kind === 'managementGroup' ? place.id : undefined,
    load: (relative) => loaded(tree, path, relative),
    lookUp: (name, line) => once(name, line, () => declared(name, line)),
    childOf: (parent, name, line) => childOf(childNamed(file, parent.symbol, name, line)),
    onRead: (of, steps, line) => reads.push({ of, path: steps, file: path, line }),
  }

  const childOf = (child: Resource): Value =>
    once(`${child.within?.name}::${child.name}`, child.line, () => deployResource(child))

  const each = (one: Resource | Module, make: (body: Bag) => Value): Value => {
    if (one.condition && !truth(one.condition, view)) return { is: absent, name: one.name }
    const { body } = one
    if (body.kind !== 'loop') return make(bodyOf(body, view))
    return around(body, view, (within) => make(bodyOf(body.body, within)))
  }

  const deployResource = (one: Resource): Value => {
    const holder = one.within && (one.within.within ? childOf(one.within) : view.lookUp(one.within.name, one.line))
    return each(one, (body) => {
      const above = body['parent'] ?? holder
      if (above !== undefined && isHandle(above) && above.is === absent) return { is: absent, name: one.name }
      const parent = above !== undefined && isHandle(above) && above.is === resource ? above.deployed : undefined
      const scope = body['scope'] === undefined ? undefined : placeOf(body['scope'], place, path, one.line)
      const deployed = deployedResource(path, one, body, parent, scope ?? parent?.scope ?? place)
      resources.push(deployed)
      return { is: resource, deployed }
    })
  }

  const deployModule = (one: Module): Value =>
    each(one, ({ scope, params = {} }) => {
      const source = posix.join(posix.dirname(path), one.source)
      const target = scope === undefined ? place : placeOf(scope, place, path, one.line)
      const wanted = tree.bicep.get(source)?.targetScope
      if (wanted !== undefined && wanted !== target.kind)
        throw new Fault(path, one.line, `'${one.source}' is deployed to a ${wanted}, but is given a ${target.kind}`)
      const deployment = deploy(source, isBag(params) ? params : {}, target)
      resources.push(...deployment.resources)
      reads.push(...deployment.reads)
      return { is: module, outputs: deployment.outputs }
    })

  for (const { name, line } of [...file.parameters, ...file.variables, ...file.modules]) view.lookUp(name, line)
  for (const one of file.resources) void (one.within ? childOf(one) : view.lookUp(one.name, one.line))
  return { resources, outputs: outputsOf(file, view), reads }
}

/** Makes a value once for a key. Throws Fault for one that needs itself. */
function remembering(path: string): (key: string, line: number, make: () => Value) => Value {
  const known = new Map<string, Value>()
  const underWay = new Set<string>()
  return (key, line, make) => {
    const value = known.get(key)
    if (value !== undefined) return value
    if (underWay.has(key)) throw new Fault(path, line, `'${key}' depends on itself`)
    underWay.add(key)
    const made = make()
    known.set(key, made)
    return made
  }
}

function outputsOf({ outputs, path }: BicepFile, view: View): Bag {
  return Object.fromEntries(
    outputs.map(({ name, type, value, line }) => {
      const given = evaluate(value, view)
      if (isOf(given, type)) return [name, given]
      throw new Fault(path, line, `'${name}' is of type ${type}, and is ${JSON.stringify(given)}`)
    }),
  )
}

function bodyOf(expression: Expression, view: View): Bag {
  const body = evaluate(expression, view)
  if (isBag(body)) return body
  throw new Fault(view.file, expression.line, 'A resource and a module are made from an object')
}

function loaded({ texts }: Tree, path: string, relative: string): string {
  const text = texts.get(posix.join(posix.dirname(path), relative))
  if (text !== undefined) return text
  throw new TypeError(`There is no file '${relative}'`)
}

function childNamed({ path, resources }: BicepFile, parent: string, name: string, line: number): Resource {
  const child = resources.find((one) => one.name === name && one.within?.name === parent)
  if (child) return child
  throw new Fault(path, line, `'${parent}' has no resource '${name}' within it`)
}
