import { subMilliseconds } from 'date-fns/subMilliseconds'
import type { z } from 'zod'
import type { Asking } from '../read.ts'
import { aliasOf, isDown, type Directory, type Machine } from '../directory.ts'
import { parseSpan } from '../time.ts'
import { counted } from '../wording.ts'
import { attempt, type Attempt, rowsOf } from './attempt.ts'
import type { Check, Mend } from './diagnosis.ts'
import { type Extension, extensionsCalled, hasFailed } from './extensions.ts'
import type { Feed } from './feeds.ts'
import { readerMend, roleMend } from './mend.ts'
import { named } from './named.ts'
import { unanswered } from './unanswered.ts'

type Filler = Feed['query']['row']
type Row = z.output<Filler>

/** What is known when a table is judged. */
export interface Known {
  readonly asOf: Date
  readonly directory: Directory
  readonly extensions: readonly Extension[]
  /** What the tables answered, by the names of the feeds. */
  readonly answers: ReadonlyMap<string, Attempt<Filler>>
}

/** Asks for the machines that fill a table. */
export function fillers({ query, lookBack = '1d' }: Feed, asking: Asking): Promise<Attempt<Filler>> {
  const to = asking.source.now()
  const from = subMilliseconds(to, parseSpan(lookBack))
  return attempt(query, { ...asking, window: { from, to }, values: { fromTime: from, toTime: to } })
}

/** Whether a table is there and fresh, and filled by the machines that should. */
export function tableCheck(feed: Feed, answer: Attempt<Filler>, known: Known): Check {
  const { name, query, freshWithin, mend } = feed
  const denied = query.engine === 'resource-graph' ? readerMend : logReader
  const trouble = unanswered(name, answer, denied)
  if (trouble) return trouble
  const rows = rowsOf(answer)
  if (rows.length > 0) return { name, ...filled(rows, feed, known) }
  const isAbsent = 'isCollected' in answer && !answer.isCollected
  const detail = isAbsent ? 'The workspace has no such table.' : 'It has no row.'
  const empty = { name, detail, machines: 0, newestAt: null }
  if (othersOf(feed, known).length > 0)
    return { ...empty, state: 'ok', detail: `${detail} ${feed.orIn} serves instead.` }
  const isOwed = query.engine === 'log-analytics' || expected(feed, known).length > 0
  if (!isAbsent && (freshWithin === undefined || !isOwed)) return { ...empty, state: 'ok' }
  return { ...empty, state: 'failed', mend: mend(), code: isAbsent ? 'TableAbsent' : 'Incomplete' }
}

const logReader: Mend = roleMend('Log Analytics Reader', '<resource id of the workspace>')

function filled(rows: readonly Row[], feed: Feed, known: Known): Omit<Check, 'name'> {
  const newestAt = rows.reduce<string | null>((newest, row) => later(newest, row.newestAt), null)
  const newest = newestAt === null ? '' : `newest row ${newestAt.slice(0, 16).replace('T', ' ')} UTC`
  const ids = idsOf(rows, feed, known)
  const found = { machines: ids.size, newestAt }
  if (ids.size === 0) {
    const detail = `Nothing${within(feed)}; ${newest}.`
    return { ...found, state: 'warning', detail, mend: feed.mend(), code: 'Incomplete' }
  }
  const detail = `${counted(ids.size, 'machine')}${within(feed)}${newest && `; ${newest}`}.`
  const heard = new Set([...ids, ...idsOf(othersOf(feed, known), feed, known)])
  const silent = expected(feed, known).filter(
    (machine) => !heard.has(machine.machineId) && !heard.has(aliasOf(machine)),
  )
  const [first] = silent
  if (!first) return { ...found, state: 'ok', detail }
  const names = named(silent.map(({ name }) => name))
  const lacking = `${detail} Nothing from ${counted(silent.length, 'machine')} that should fill it: ${names}.`
  return { ...found, state: 'warning', detail: lacking, mend: feed.mend(first.machineId) }
}

/** The rows of the table that serves as well. */
const othersOf = ({ orIn }: Feed, { answers }: Known): readonly Row[] =>
  orIn === undefined ? [] : rowsOf(answers.get(orIn))

/** The machines with a row that is fresh enough. */
function idsOf(rows: readonly Row[], { freshWithin }: Feed, { asOf, directory }: Known): ReadonlySet<string> {
  const since = freshWithin === undefined ? undefined : subMilliseconds(asOf, parseSpan(freshWithin))
  const fresh = rows.filter(({ newestAt }) => !since || newestAt === null || new Date(newestAt) >= since)
  return new Set(fresh.map(({ machineId }) => directory.find(machineId)?.machineId ?? machineId))
}

/** The machines that should fill a table: their agents report, and the extensions are in order. */
function expected({ fedBy, query }: Feed, { directory, extensions }: Known): readonly Machine[] {
  if (fedBy === undefined) return []
  const up = directory.machines.filter(({ agentStatus }) => !isDown(agentStatus))
  if (fedBy === 'all machines') return up
  const feeding = extensionsCalled(fedBy, extensions)
  const sending = query.engine === 'log-analytics' ? extensionsCalled('Azure Monitor Agent', extensions) : []
  const having = new Set(feeding.map(({ machineId }) => machineId))
  const failing = new Set([...feeding, ...sending].filter(hasFailed).map(({ machineId }) => machineId))
  return up.filter(({ machineId }) => having.has(machineId) && !failing.has(machineId))
}

const later = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a)

const within = ({ lookBack, freshWithin = lookBack }: Feed): string =>
  freshWithin === undefined ? '' : ` within ${spelt(freshWithin)}`

/** `7d` as `7 days`. */
const spelt = (span: string): string => counted(Number.parseInt(span, 10), span.endsWith('h') ? 'hour' : 'day')
