import type { Node } from 'web-tree-sitter'
import type { Finding } from '../finding.ts'
import type { BicepFile, Module, Output, Parameter, Resource, Variable } from './declarations.ts'
import { type Expression, plainText } from './expression.ts'
import { treeOf } from './grammar.ts'
import { maskExtensions } from './mask.ts'
import { childrenOf, lineOf } from './nodes.ts'
import { read } from './read.ts'

/** The declarations of a Bicep text, and what of it cannot be read. */
export function bicepFile(
  path: string,
  text: string,
): { readonly file: BicepFile; readonly faults: readonly Finding[] } {
  const { masked, extensions } = maskExtensions(text)
  const parameters: Parameter[] = []
  const variables: Variable[] = []
  const resources: Resource[] = []
  const modules: Module[] = []
  const outputs: Output[] = []
  let targetScope = 'resourceGroup'
  let decorators = new Map<string, readonly Expression[]>()

  const declare = (node: Node): void => {
    const [first, second, third] = childrenOf(node)
    if (!first) return
    const name = first.text
    const line = lineOf(node)
    switch (node.type) {
      case 'decorators':
        decorators = new Map(childrenOf(node).map(decorator))
        return
      case 'target_scope_assignment':
        targetScope = plainText(read(first)) ?? ''
        return
      case 'parameter_declaration':
        parameters.push({ name, line, type: second?.text ?? '', decorators, default: third && read(third) })
        break
      case 'variable_declaration':
        variables.push({ name, line, value: read(present(second)) })
        break
      case 'output_declaration':
        outputs.push({ name, line, type: second?.text ?? '', decorators, value: read(present(third)) })
        break
      case 'module_declaration':
        modules.push({ name, line, source: plainText(read(present(second))) ?? '', ...deployed(present(third)) })
        break
      case 'resource_declaration':
        resources.push(...resourcesOf(node, undefined))
        break
      default:
        throw new SyntaxError(`'${node.type.replaceAll('_', ' ')}' is not known to this checker`)
    }
    decorators = new Map()
  }

  const tree = treeOf(masked)
  const faults = tree.rootNode.hasError
    ? errorsIn(tree.rootNode).map((node) => fault(path, lineOf(node), unread(node)))
    : []
  for (const node of childrenOf(tree.rootNode).filter(({ hasError }) => !hasError)) {
    try {
      declare(node)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      faults.push(fault(path, lineOf(node), error.message))
    }
  }
  return { file: { path, targetScope, extensions, parameters, variables, resources, modules, outputs }, faults }
}

const fault = (file: string, line: number, message: string): Finding => ({ rule: 'syntax', file, line, message })

const errorsIn = (node: Node): readonly Node[] =>
  node.isError || node.isMissing ? [node] : node.children.flatMap(errorsIn)

const unread = (node: Node): string =>
  node.isMissing
    ? `'${node.type}' is missing`
    : `this cannot be read: ${node.text.slice(0, 40).replaceAll(/\s+/g, ' ')}`

function decorator(node: Node): readonly [string, readonly Expression[]] {
  const [only] = childrenOf(node)
  const call = only && read(only)
  if (call?.kind !== 'call') throw new SyntaxError('A decorator is a call')
  return [call.name, call.args]
}

/** A resource and those that stand in it. */
function resourcesOf(node: Node, within: Resource | undefined): readonly Resource[] {
  const [name, type, body] = childrenOf(node)
  const resource: Resource = {
    name: present(name).text,
    line: lineOf(node),
    type: plainText(read(present(type))) ?? '',
    existing: node.children.some((child) => child.type === 'existing'),
    within,
    ...deployed(present(body)),
  }
  const inner = node
    .descendantsOfType('resource_declaration')
    .filter((one) => one.id !== node.id && holder(one) === node.id)
  return [resource, ...inner.flatMap((one) => resourcesOf(one, resource))]
}

/** The declaration that a declaration stands in: object property, object, resource. */
function holder(node: Node): number | undefined {
  let up = node.parent
  while (up && up.type !== 'resource_declaration') up = up.parent
  return up?.id
}

function deployed(node: Node): { readonly condition: Expression | undefined; readonly body: Expression } {
  if (node.type !== 'if_statement') return { condition: undefined, body: read(node) }
  const [condition, body] = childrenOf(node)
  return { condition: read(present(condition)), body: read(present(body)) }
}

function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new SyntaxError('The declaration is not whole')
  return value
}
