/** What can be told about a query from its text, so that its answer can be had in parts. */
export interface QueryShape {
  /** Each row of the answer comes of one row of the first table, whatever the others are: parts of that table give parts of the answer. */
  readonly isDivisible: boolean
  /** It reads one table once. */
  readonly isOneTable: boolean
  /** It asks for some rows only. */
  readonly isLimited: boolean
  /** How the answer is sorted, if its columns say it. */
  readonly order?: readonly SortKey[] | undefined
}

export interface SortKey {
  readonly column: string
  readonly isDescending: boolean
}

const aside = /\/\/[^\n]*|@"(?:[^"]|"")*"|@'(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g
const perRow =
  /^(where|filter|extend|project|project-away|project-keep|project-rename|project-reorder|mv-expand|parse|lookup|join\s+kind\s*=\s*(inner|leftouter|leftsemi|leftanti|anti|semi))\b(?!-)/
const sorting = /^(?:order|sort)\s+by\s+/
const limiting = /^(take|limit|top|sample)\b/
const sortKey = /^(\w+)(?:\s+(asc|desc))?$/

/** The shape of a query; of one that is not a plain chain of operators on one table, nothing is taken for granted. */
export function shapeOf(kql: string): QueryShape {
  const text = blank(kql)
  const [source = '', ...operators] = topLevel(text, '|').map((part) => part.trim())
  const [last = ''] = operators.slice(-1)
  const order = sorting.test(last) ? sortKeys(last.replace(sorting, '')) : undefined
  const others = sorting.test(last) ? operators.slice(0, -1) : operators
  const isChain = /^\w+$/.test(source) && !text.includes(';')
  const looksAround = /\b(?:prev|next|row_\w+)\s*\(/.test(text)
  return {
    isDivisible:
      isChain &&
      !looksAround &&
      others.every((part) => perRow.test(part)) &&
      (order !== undefined || others === operators),
    isOneTable: isChain && operators.length === text.split('|').length - 1 && !/\b(?:join|lookup|union)\b/.test(text),
    isLimited: operators.some((part) => limiting.test(part)),
    order,
  }
}

/** The query with its first table narrowed to the rows that fulfil a condition. */
export function narrowed(kql: string, condition: string): string {
  const end = /\w+/.exec(blank(kql))
  if (!end) return kql
  const at = end.index + end[0].length
  return `${kql.slice(0, at)}\n| where ${condition}${kql.slice(at)}`
}

/** The same text with spaces for comments and strings. */
const blank = (kql: string): string => kql.replace(aside, (found) => ' '.repeat(found.length))

function sortKeys(list: string): readonly SortKey[] | undefined {
  const keys = topLevel(list, ',').map((part) => sortKey.exec(part.trim()))
  const found = keys.flatMap((key) => (key?.[1] ? [{ column: key[1], isDescending: key[2] !== 'asc' }] : []))
  return found.length === keys.length ? found : undefined
}

/** The parts of a text between separators that stand outside all brackets. */
function topLevel(text: string, separator: string): readonly string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (const [at, character] of text.split('').entries()) {
    if ('([{'.includes(character)) depth += 1
    else if (')]}'.includes(character)) depth -= 1
    else if (depth === 0 && character === separator) {
      parts.push(text.slice(start, at))
      start = at + 1
    }
  }
  return [...parts, text.slice(start)]
}
