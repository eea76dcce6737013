import { wholeDecimal } from '../../values/decimal.ts'
import { type Bag, bagOf, parseJson } from '../../values/dynamic.ts'
import { converter } from '../../values/convert.ts'
import type { Long } from '../../values/long.ts'
import type { ScalarFunction } from '../call.ts'
import { typed } from '../typed.ts'
import { parseCsv } from './csv.ts'

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const queryOf = (text: string): Bag =>
  bagOf(
    text
      .split('&')
      .filter((pair) => pair !== '')
      .map((pair) => {
        const [key = '', ...value] = pair.split('=')
        return [decode(key), decode(value.join('='))] as const
      }),
  )

const AUTHORITY = String.raw`(?:(?<Username>[^:@/?#]*)(?::(?<Password>[^@/?#]*))?@)?(?<Host>[^:/?#]*)(?::(?<Port>\d+))?`
const URL = new RegExp(
  String.raw`^(?<Scheme>[a-z][a-z\d+.-]*)://${AUTHORITY}(?<Path>[^?#]*)(?:\?(?<query>[^#]*))?(?:#(?<fragment>.*))?$`,
  'i',
)

const parseUrl = (text: string): Bag | null => {
  const parts = URL.exec(text)?.groups
  if (!parts) return null
  const names = ['Scheme', 'Host', 'Port', 'Path', 'Username', 'Password']
  return bagOf([
    ...names.map((name) => [name, parts[name] ?? ''] as const),
    ['Query Parameters', queryOf(parts['query'] ?? '')],
    ['Fragment', parts['fragment'] ?? ''],
  ])
}

const parseUrlQuery = (text: string): Bag => ({ 'Query Parameters': queryOf(text) })

const PATH = /^(?:([a-z][a-z\d+.-]+):\/\/)?(([a-z]:)?.*?)([^\\/]*?)$/is

const parsePath = (text: string): Bag | null => {
  const found = PATH.exec(text)
  if (!found) return null
  const [, scheme = '', directory = '', root = '', leaf = ''] = found
  const [file = '', stream = ''] = leaf.split(':')
  const path = directory.replace(/[\\/]$/, '')
  const dot = file.lastIndexOf('.')
  return {
    Scheme: scheme,
    RootPath: root,
    DirectoryPath: path,
    DirectoryName: path.split(/[\\/]/).at(-1) ?? '',
    Filename: file,
    Extension: dot < 0 ? '' : file.slice(dot + 1),
    AlternateDataStreamName: stream,
  }
}

/** A version of up to four parts of up to eight digits as one number that orders as they do. */
const parseVersion = (text: string): Long | null => {
  const parts = text.split('.')
  if (parts.length > 4 || !parts.every((part) => /^\d{1,8}$/.test(part))) return null
  const padded = Array.from({ length: 4 }, (_, index) => (parts[index] ?? '').padStart(8, '0'))
  return wholeDecimal(BigInt(padded.join('')))
}

/** The value at a JSON path such as `$.a[0]['b c']`. */
const follow = (value: unknown, path: string): unknown => {
  const steps = [...path.matchAll(/\.([^.[\]]+)|\[(\d+)\]|\['([^']*)'\]|\["([^"]*)"\]/g)]
  return steps.reduce((current: unknown, [, name, index, single, double]) => {
    if (typeof current !== 'object' || current === null) return null
    const key = name ?? index ?? single ?? double ?? ''
    return Object.hasOwn(current, key) ? (current as Record<string, unknown>)[key] : null
  }, value)
}

const extractJson: ScalarFunction = (site) => {
  const convert = converter('dynamic', site.result)
  const run = (path: string, text: string): unknown => convert(follow(parseJson(text), path))
  return typed(['string'], run)({ ...site, types: site.types.slice(0, 2) })
}

const url = typed(['string'], parseUrl)
const urlQuery = typed(['string'], parseUrlQuery)

/** Texts of a known form taken apart: CSV, JSON by path, URLs and their queries, file paths. */
export const parsing: Readonly<Record<string, ScalarFunction>> = {
  parse_csv: typed(['string'], parseCsv),
  parse_url: url,
  parseurl: url,
  parse_urlquery: urlQuery,
  parseurlquery: urlQuery,
  parse_version: typed(['string'], parseVersion),
  parse_path: typed(['string'], parsePath),
  extract_json: extractJson,
  extractjson: extractJson,
}
