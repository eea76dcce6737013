import { tokensOf, wrong } from './tokens.ts'

/** A value of a JSON text and where it stands there. */
export interface Node {
  readonly value: unknown
  readonly start: number
  readonly end: number
  /** The parts of an object or array; absent for other values. */
  readonly parts?: readonly Part[]
  /** Whether a comma stands behind the last part. */
  readonly endsInComma?: boolean
}

/** A member of an object, or an item of an array. */
export interface Part {
  readonly key: string | number
  readonly start: number
  readonly node: Node
}

/** Reads JSON with comments and trailing commas. Throws SyntaxError with the number of the line. */
export function parse(text: string): Node {
  const tokens = tokensOf(text)
  let next = 0

  const failed = () => wrong(text, tokens[next]?.start ?? text.length)
  const isNext = (wanted: string) => tokens[next]?.text === wanted
  function take(wanted?: string) {
    const token = tokens[next]
    if (!token || (wanted !== undefined && token.text !== wanted)) throw failed()
    next += 1
    return token
  }

  function valueNode(): Node {
    if (isNext('{')) return container('}', memberOf)
    if (isNext('[')) return container(']', itemOf)
    return scalar()
  }

  function scalar(): Node {
    const { text: word, start, end } = tokens[next] ?? take()
    try {
      const value: unknown = JSON.parse(word)
      next += 1
      return { value, start, end }
    } catch {
      throw failed()
    }
  }

  function container(close: '}' | ']', partOf: (index: number) => Part): Node {
    const { start } = take()
    const parts: Part[] = []
    let endsInComma = false
    while (!isNext(close)) {
      if (parts.length > 0 && !endsInComma) throw failed()
      parts.push(partOf(parts.length))
      endsInComma = isNext(',')
      if (endsInComma) take()
    }
    const { end } = take(close)
    const values = parts.map(({ key, node }) => [key, node.value] as const)
    const value = close === '}' ? Object.fromEntries(values) : values.map(([, one]) => one)
    return { value, start, end, parts, endsInComma }
  }

  function memberOf(): Part {
    const name = scalar()
    if (typeof name.value !== 'string') throw wrong(text, name.start)
    take(':')
    return { key: name.value, start: name.start, node: valueNode() }
  }

  function itemOf(index: number): Part {
    const node = valueNode()
    return { key: index, start: node.start, node }
  }

  const root = valueNode()
  if (next < tokens.length) throw failed()
  return root
}
