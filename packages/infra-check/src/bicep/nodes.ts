import type { Node } from 'web-tree-sitter'

/** Children with a name, without comments. */
export const childrenOf = (node: Node): readonly Node[] =>
  node.namedChildren.filter((child) => child.type !== 'comment')

/** The line of a node, from 1. */
export const lineOf = (node: Node): number => node.startPosition.row + 1

/** The one child of a node. Throws SyntaxError where there are none or more. */
export function only(node: Node): Node {
  const [child, ...others] = childrenOf(node)
  if (!child || others.length > 0) throw new SyntaxError('One value was expected here')
  return child
}

/** The child that the grammar calls so. Throws SyntaxError where it is missing. */
export function part(node: Node, name: string): Node {
  const child = node.childForFieldName(name)
  if (!child) throw new SyntaxError(`'${name}' is missing`)
  return child
}
