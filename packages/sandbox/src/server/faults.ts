import { InfraError, type Engine } from '@infra-analysis/core'

/** What can go wrong besides an error status. */
export const faultKinds = [
  'cut',
  'reset',
  'truncate',
  'html',
  'empty',
  'slow',
  'late',
  'partial',
  'expired-skip-token',
  'changed-data',
  'removed-data',
] as const

/** What goes wrong; `status` is an answer with an error status. */
export type FaultKind = (typeof faultKinds)[number] | 'status'

/** A rule: what goes wrong, where, and how often. */
export interface Fault {
  readonly kind: FaultKind
  /** Of an error, or of a broken body instead of 200. */
  readonly status?: number
  /** The wait of `slow` and `late`, the `Retry-After` of an error status. */
  readonly milliseconds?: number
  /** How many requests it befalls. */
  readonly times: number
  readonly engine?: Engine
  /** Which page of an answer, from 1. */
  readonly page?: number
}

const rule =
  /^(?<kind>[45]\d\d|[a-z-]+?)(?:=(?<value>\d+)(?<unit>ms|s)?)?(?:-(?<once>once)|:(?<times>\d+|always))?(?<places>(?:@[\w-]+)*)$/

const hint = `A rule is a status from 400 or one of: ${faultKinds.join(', ')}; then perhaps a value (=50ms), how often (:3, :always), and where (@resource-graph, @log-analytics, @page2), such as 429:3@resource-graph,cut@page3,slow=50ms.`

/** Whether it delays an answer and leaves it whole. */
export const isDelay = (kind: FaultKind): boolean => kind === 'slow' || kind === 'late'

/**
 * Reads rules with commas between them, such as `429:3@resource-graph,cut@page3,slow=50ms,401-once,html=403`. A rule befalls one request
 * unless it says how often; `slow` and `late` befall all. An error status may have a wait (`429=2s`: its `Retry-After`), `html` and
 * `empty` a status. Throws InvalidInput.
 */
export const parseFaults = (text: string): readonly Fault[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
    .map(parseFault)

function parseFault(text: string): Fault {
  const { kind = '', value, unit, once, times, places = '' } = rule.exec(text)?.groups ?? {}
  const what = /^\d/.test(kind) ? 'status' : faultKinds.find((one) => one === kind)
  if (what === undefined) throw wrong(text)
  const isEndless = times === 'always' || (times === undefined && !once && isDelay(what))
  return {
    kind: what,
    ...(what === 'status' && { status: Number(kind) }),
    ...parseValue(what, value, unit, text),
    times: isEndless ? Infinity : Number(times ?? 1),
    ...Object.assign(
      {},
      ...places
        .split('@')
        .slice(1)
        .map((place) => parsePlace(place, text)),
    ),
  }
}

function parseValue(
  kind: FaultKind,
  value: string | undefined,
  unit: string | undefined,
  text: string,
): Pick<Fault, 'milliseconds' | 'status'> {
  const isRight = isDelay(kind)
    ? unit !== undefined
    : value === undefined || (unit ? kind === 'status' : kind === 'html' || kind === 'empty')
  if (!isRight) throw wrong(text)
  if (value === undefined) return {}
  return unit ? { milliseconds: Number(value) * (unit === 's' ? 1000 : 1) } : { status: Number(value) }
}

function parsePlace(place: string, text: string): Pick<Fault, 'engine' | 'page'> {
  if (place === 'resource-graph' || place === 'log-analytics') return { engine: place }
  const [, page] = /^page([1-9]\d*)$/.exec(place) ?? []
  if (page === undefined) throw wrong(text)
  return { page: Number(page) }
}

const wrong = (text: string): InfraError => new InfraError('InvalidInput', `'${text}' is not a fault`, hint)
