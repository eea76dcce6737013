import { isDeepStrictEqual } from 'node:util'
import { invalid } from '../usage.ts'
import type { Wanted } from './configurations.ts'
import { withPart, withValue } from './jsonc/edit.ts'
import { parse, type Node } from './jsonc/parse.ts'

/** A configuration with what was wanted, and what stood in the way. */
export interface Merged {
  readonly text: string
  /** Keys that are new, or whose value is. */
  readonly written: readonly string[]
  /** Keys that have another value and keep it. */
  readonly kept: readonly string[]
}

/**
 * Puts what is wanted into a configuration and leaves all else as it is, comments too. What is there already, with another value, is kept
 * unless `replaces`. Throws InvalidInput where the text is of another form.
 */
export function merge(path: string, text: string, wanted: Wanted, replaces: boolean): Merged {
  const [written, kept]: [string[], string[]] = [[], []]
  let merged = text.trim() === '' ? '{}\n' : text
  for (const [section, content] of Object.entries(wanted)) {
    merged = withSection(path, merged, section, Array.isArray(content) ? [] : {})
    for (const [key, value] of entriesOf(content)) {
      const container = partOf(read(path, merged), section) as Node
      const found = partOf(container, key)
      if (found && isDeepStrictEqual(found.value, value)) continue
      if (found && !replaces) {
        kept.push(key)
        continue
      }
      const name = Array.isArray(content) ? undefined : key
      merged = found ? withValue(merged, found, value) : withPart(merged, container, name, value)
      written.push(key)
    }
  }
  return { text: merged, written, kept }
}

const entriesOf = (content: Wanted[string]): readonly (readonly [string, object])[] =>
  Array.isArray(content) ? content.map((one) => [one.id, one]) : Object.entries(content)

/** The member of this name, or the item of this id. */
const partOf = ({ parts, value }: Node, key: string): Node | undefined =>
  parts?.findLast((part) => (Array.isArray(value) ? idOf(part.node) : part.key) === key)?.node

const idOf = ({ value }: Node): unknown => (value as { id?: unknown } | null)?.id

function withSection(path: string, text: string, section: string, empty: object): string {
  const root = read(path, text)
  if (!isLike(root, {})) throw refused(path, 'is not an object')
  const found = partOf(root, section)
  if (!found) return withPart(text, root, section, empty)
  if (!isLike(found, empty))
    throw refused(path, `has something else than ${Array.isArray(empty) ? 'a list' : 'an object'} at '${section}'`)
  return text
}

const isLike = ({ value, parts }: Node, empty: object): boolean =>
  parts !== undefined && Array.isArray(value) === Array.isArray(empty)

function read(path: string, text: string): Node {
  try {
    return parse(text)
  } catch (error) {
    throw refused(path, `cannot be read: ${(error as SyntaxError).message}`)
  }
}

const refused = (path: string, what: string) =>
  invalid(`${path} ${what}`, 'Mend it and call again; nothing is written yet.')
