import type { Node } from 'web-tree-sitter'
import type { Entry, Expression, Loop } from './expression.ts'
import { childrenOf, lineOf, only, part } from './nodes.ts'
import { expressionOf, type Token } from './tokens.ts'

/** The expression that a node of the grammar stands for. Throws SyntaxError for what this reader does not know. */
export const read = (node: Node): Expression => expressionOf(tokensOf(node))

/** The tokens of a node; `head` makes the first of them. */
function tokensOf(node: Node, head: (node: Node) => Token = operand): readonly Token[] {
  const line = lineOf(node)
  const field = (name: string): Node => part(node, name)
  switch (node.type) {
    case 'binary_expression':
      return [...tokensOf(field('left'), head), { operator: field('operator').text, line }, ...tokensOf(field('right'))]
    case 'unary_expression':
      return [{ operator: field('operator').text, line }, ...tokensOf(field('argument'))]
    case 'ternary_expression':
      return [
        ...tokensOf(field('condition'), head),
        { operator: '?', line },
        ...tokensOf(field('consequence')),
        { operator: ':', line },
        ...tokensOf(field('alternative')),
      ]
    case 'member_expression': {
      const name = field('property').text
      return [...tokensOf(field('object'), head), { access: (target) => ({ kind: 'member', target, name, line }) }]
    }
    case 'resource_expression': {
      const name = field('resource').text
      return [...tokensOf(field('object'), head), { access: (target) => ({ kind: 'child', target, name, line }) }]
    }
    case 'subscript_expression': {
      const index = read(field('index'))
      return [...tokensOf(field('object'), head), { access: (target) => ({ kind: 'index', target, index, line }) }]
    }
    case 'call_expression':
      return [...tokensOf(field('function'), head), call(field('arguments'))]
    default:
      return [head(node)]
  }
}

const operand = (node: Node): Token => ({ operand: operandOf(node) })

function operandOf(node: Node): Expression {
  const line = lineOf(node)
  switch (node.type) {
    case 'identifier':
      return { kind: 'name', name: node.text, line }
    case 'number':
      return { kind: 'literal', value: Number(node.text), line }
    case 'boolean':
      return { kind: 'literal', value: node.text === 'true', line }
    case 'null':
      return { kind: 'literal', value: null, line }
    case 'string':
      return textOf(node)
    case 'object':
      return { kind: 'object', entries: childrenOf(node).flatMap(entryOf), line }
    case 'array':
      return { kind: 'array', items: itemsOf(childrenOf(node)), line }
    case 'for_statement':
      return { ...loopOf(node), line }
    case 'parenthesized_expression':
      return read(only(node))
    default:
      throw new SyntaxError(`'${node.type.replaceAll('_', ' ')}' is not known to this checker`)
  }
}

function textOf(node: Node): Expression {
  const line = lineOf(node)
  const quotes = node.text.startsWith("'''") ? 3 : 1
  const parts: (string | Expression)[] = []
  let at = node.startIndex + quotes
  for (const child of childrenOf(node)) {
    parts.push(hidden(node, at, child.startIndex))
    if (child.type === 'interpolation') parts.push(read(only(child)))
    else parts.push(child.type === 'escape_sequence' ? escaped(child.text) : child.text)
    at = child.endIndex
  }
  parts.push(hidden(node, at, node.endIndex - quotes))
  if (parts.every((one) => typeof one === 'string')) return { kind: 'literal', value: parts.join(''), line }
  return { kind: 'text', parts, line }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

const escaped = (text: string): string => escapes[text.slice(1)] ?? text.slice(1)

/** What the grammar gives no node: the escape `\$`. */
const hidden = (node: Node, from: number, to: number): string =>
  node.text.slice(from - node.startIndex, to - node.startIndex).replaceAll('\\', '')

/** Resources within a resource are declarations and no entries. */
function entryOf(node: Node): readonly Entry[] {
  const [first, value] = childrenOf(node)
  if (!first || !value) return []
  const key: Expression =
    first.type === 'string' ? textOf(first) : { kind: 'literal', value: first.text, line: lineOf(first) }
  return [{ key, value: read(value) }]
}

/** The grammar takes `f(x).y` in a list for `f` and `(x).y`: neighbours that touch are one item. */
function itemsOf(nodes: readonly Node[]): readonly Expression[] {
  const items: Token[][] = []
  let end = -1
  for (const node of nodes) {
    const before = node.startIndex === end ? items.at(-1) : undefined
    if (before) before.push(...tokensOf(node, access))
    else items.push([...tokensOf(node)])
    end = node.endIndex
  }
  return items.map(expressionOf)
}

/** The argument list of a call, or an index, of what stands before it. */
function access(node: Node): Token {
  if (node.type === 'parenthesized_expression') return call(node)
  const line = lineOf(node)
  const index = read(only(node))
  return { access: (target) => ({ kind: 'index', target, index, line }) }
}

function call(list: Node): Token {
  const args = childrenOf(list).map(read)
  return {
    access: (target) => {
      const { line } = target
      if (target.kind === 'name') return { kind: 'call', name: target.name, args, line }
      if (target.kind === 'member') return { kind: 'call', name: target.name, args: [target.target, ...args], line }
      throw new SyntaxError('A function is called by its name')
    },
  }
}

function loopOf(node: Node): Loop {
  const children = childrenOf(node)
  const names = children[0]?.type === 'for_loop_parameters' ? childrenOf(children[0]) : children.slice(0, 1)
  const [item = '', index] = names.map((name) => name.text)
  const body = part(node, 'body')
  const [condition, then] = body.type === 'if_statement' ? childrenOf(body) : [undefined, body]
  const list = children[1]
  if (!list || !then) throw new SyntaxError('The loop is not whole')
  return {
    kind: 'loop',
    item,
    index,
    list: read(list),
    condition: condition && read(only(condition)),
    body: read(then),
  }
}
