import { createRequire } from 'node:module'
import { Language, Parser, type Tree } from 'web-tree-sitter'

const require = createRequire(import.meta.url)

await Parser.init()
const parser = new Parser()
parser.setLanguage(await Language.load(require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')))

/** The syntax tree of a Bicep text; what the grammar cannot read is in it as errors. */
export function treeOf(text: string): Tree {
  const tree = parser.parse(text)
  if (tree) return tree
  throw new Error('The parser gave no tree')
}
